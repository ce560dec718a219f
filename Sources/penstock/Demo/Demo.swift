import ControlPlane
import Domain
import Importers
import Logging
import Sealing
import ServiceLifecycle
import Wire

/// Fills an empty store with an estate to look at, and stands in for its systems.
struct Demo: Sendable {
    let files: DemoFiles

    init(folder: String) throws {
        files = try DemoFiles(folder: folder)
    }

    /// Starts the stand-in for the systems and, the first time, imports, registers and grants.
    func start(_ control: ControlPlane, logger: Logger) async throws -> RunningDemo {
        let upstream = try await DemoUpstream.start(logger: logger)
        let isNew = try await control.sources(by: .penstock).isEmpty
        if isNew { try await putPeople(control, beforeAnyLeft: true) }
        try await putSystems(control, upstream: upstream.address, sealing: isNew)
        if isNew {
            try await importEstate(control)
            try await register(control)
            try await putPeople(control, beforeAnyLeft: false)
        }
        return RunningDemo(upstream: upstream, summary: "\(files.people.count) people, \(files.systems.count) systems")
    }

    /// Adds the people, first as they were when things were registered, then as they are now.
    private func putPeople(_ control: ControlPlane, beforeAnyLeft: Bool) async throws {
        for person in files.people where beforeAnyLeft || person.status != .active {
            let user = NewUser(
                email: person.email,
                name: person.name,
                team: person.team,
                status: beforeAnyLeft ? .active : person.status,
                roles: Set(person.roles),
                sharedMailbox: person.sharedMailbox,
            )
            _ = try await control.putUser(user, by: .penstock)
        }
    }

    private func putSystems(_ control: ControlPlane, upstream: String, sealing: Bool) async throws {
        for record in files.systems {
            guard var system = record.system else { continue }
            system.upstream = "\(upstream)/\(system.name)"
            _ = try await control.putSystem(system, by: .penstock)
            if sealing, system.injection != .none {
                try await control.sealCredential(system: system.name, value: RandomToken().text, by: .penstock)
            }
        }
    }

    private func importEstate(_ control: ControlPlane) async throws {
        var options = ImportOptions()
        options.name = "larkfield"
        let vault = control.vault
        options.fingerprint = { vault.fingerprint(of: $0) }
        let estates = try await ImportRun(N8nImporter(), options: options).estates(at: files.folder)
        _ = try await control.importEstates(estates, dryRun: false, by: .penstock)
    }

    private func register(_ control: ControlPlane) async throws {
        let now = control.now()
        let ids = try await control.identitiesByWorkflow(by: .penstock)
        for item in files.registrations {
            guard let id = ids[item.workflow] else { continue }
            var registration = Registration()
            registration.owner = item.owner
            registration.technicalOwner = item.technicalOwner
            registration.backupApprover = item.backup
            registration.purpose = item.purpose
            registration.environment = item.environment
            registration.function = item.function
            registration.expires = now + .days(item.expiresInDays)
            let systems = Set(item.grants.map(\.resource.system)).sorted()
            if !systems.isEmpty { registration.declaredReach = systems }
            _ = try await control.registerIdentity(id.text, registration, by: .penstock)
            for grant in item.grants {
                _ = try await control.grant(
                    id.text,
                    action: grant.action,
                    resource: grant.resource,
                    until: now + .days(min(grant.days, item.expiresInDays)),
                    reason: item.purpose,
                    by: .penstock,
                )
            }
        }
    }
}

/// A demo whose systems answer; ends with the server.
struct RunningDemo: Service {
    let upstream: DemoUpstream
    let summary: String

    func run() async throws {
        try? await gracefulShutdown()
        await upstream.stop()
    }
}
