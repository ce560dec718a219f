package import Domain
import Findings
import SQLEngine
import Store

extension ControlPlane {
    package func systems(by caller: Caller) async throws -> [SystemSummary] {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            let grants = try GrantTable.openBySystem(at: moment, in: connection)
            let sealed = try SealedTable.ids(kind: Vault.Kind.systemCredential.rawValue, in: connection)
            return try SystemTable.all(in: connection).map { system in
                SystemSummary(
                    system: system,
                    hasCredential: sealed.contains(system.name),
                    openGrants: grants[system.name] ?? 0,
                )
            }
        }
    }

    /// What may be one system kept twice, or acted on from several sources.
    package func systemOverlaps(by caller: Caller) async throws -> [SystemOverlap] {
        try require(.view, by: caller)
        return try await database.read { [estates] connection in
            SystemOverlap.all(
                among: try SystemTable.all(in: connection),
                and: try estates.places(in: connection).map { place in
                    var estate = place.estate
                    estate.workflows.removeAll { place.vanished[$0.key] != nil }
                    return estate
                },
            )
        }
    }

    /// Adds a system or changes the one of that name.
    package func putSystem(_ system: System, by caller: Caller) async throws -> SystemSummary {
        try require(.administer, by: caller)
        try Self.check(system)
        return try await change(by: caller) { change in
            let old = try SystemTable.find(system.name, in: change.connection)
            try SystemTable.put(system, at: change.now, in: change.connection)
            change.record(
                old == nil ? .systemAdded : .systemChanged,
                system.subject,
                changes: [
                    Event.Change("environment", before: old?.environment, after: system.environment),
                    Event.Change("upstream", before: old?.upstream, after: system.upstream),
                ].filter { $0.before != $0.after },
            )
            change.touch(.system, system.name)
            let kind = Vault.Kind.systemCredential.rawValue
            let sealed = try SealedTable.find(kind: kind, id: system.name, in: change.connection)
            let grants = try GrantTable.openBySystem(at: change.now, in: change.connection)[system.name]
            return SystemSummary(system: system, hasCredential: sealed != nil, openGrants: grants ?? 0)
        }
    }

    /// Seals the credential that the gateway puts into requests to a system; it is never given out again.
    package func sealCredential(system name: String, value: Secret, by caller: Caller) async throws {
        try require(.administer, by: caller)
        guard !value.isEmpty else {
            throw Failure(.invalid, "the credential is empty", fields: [MissingField("value", why: "has no bytes")])
        }
        let printable = value.withBytes { $0.allSatisfy { (0x20...0x7E).contains($0) } }
        guard printable else {
            throw Failure(
                .invalid,
                "the credential holds a character that no HTTP header can carry",
                remedy: "give it as printable ASCII on one line",
                fields: [MissingField("value", why: "must be printable ASCII")],
            )
        }
        let vault = vault
        try await change(by: caller) { change in
            guard let system = try SystemTable.find(name, in: change.connection) else {
                throw Failure(.notFound, "there is no system `\(name)`", remedy: "`penstock system list` lists them")
            }
            let record = try vault.seal(value, .systemCredential, id: name)
            try SealedTable.put(record, at: change.now, in: change.connection)
            let fingerprint = value.withBytes { vault.fingerprint(of: $0) }
            change.record(
                .systemCredentialSealed,
                system.subject,
                detail: ["fingerprint": fingerprint.hex],
            )
            change.touch(.system, name)
        }
    }

    private static func check(_ system: System) throws {
        var wrong: [MissingField] = []
        if !System.isName(system.name) {
            wrong.append(MissingField("name", why: "lower-case letters, digits and `-`, at most 63, not first `-`"))
        }
        if system.environment.isBlank { wrong.append(MissingField("environment", why: "where it stands")) }
        if let upstream = system.upstream {
            let rest =
                upstream.hasPrefix("http://")
                ? upstream.dropFirst(7) : upstream.hasPrefix("https://") ? upstream.dropFirst(8) : ""
            if rest.isEmpty || rest.contains("@") || rest.contains("?") || rest.contains("#") {
                wrong.append(
                    MissingField("upstream", why: "an http:// or https:// address without user, query or fragment")
                )
            }
        }
        if case .header(let name) = system.injection {
            let allowed = name.utf8.allSatisfy { byte in
                (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
            if name.isEmpty || !allowed { wrong.append(MissingField("injection", why: "must name an HTTP header")) }
        }
        if !wrong.isEmpty {
            throw Failure(.invalid, "system `\(system.name.prefix(80))` cannot be kept", fields: wrong)
        }
    }
}
