package import ControlPlane
import Domain
import Foundation
import Hummingbird
package import Wire

// From the control plane's results to the shapes of the API.

extension APIContext {
    /// A parameter of the path, percent-decoded.
    func parameter(_ name: String) throws -> String {
        let raw = try parameters.require(name)
        guard let text = raw.removingPercentEncoding else {
            throw APIProblem.invalid(
                "`\(raw.prefix(80))` is not percent-encoded text",
                field: name,
                why: "cannot be decoded"
            )
        }
        return text
    }
}

extension ListOf {
    init(_ page: Page<Item>) {
        self.init(items: page.items, next: page.next, total: page.total)
    }
}

extension IdentityRecord {
    init(_ detail: IdentityDetail) {
        self.init(
            identity: detail.identity,
            owner: detail.owner,
            technicalOwner: detail.technicalOwner,
            backupApprover: detail.backupApprover,
            approval: detail.approval,
            source: detail.source,
            workflow: detail.workflow,
            principal: detail.principal,
            trusts: detail.trusts,
            history: detail.history,
            grants: detail.grants,
            leases: detail.leases,
            clients: detail.clients.map { ClientRecord($0) },
            stops: detail.stops,
            findings: detail.findings,
            events: detail.events.map { LogLine(index: $0.index, event: $0.event) },
            missing: detail.missing,
            credentials: detail.credentials.map { HeldCredentialRecord($0) },
            handover: detail.handover.map {
                HandoverRecord($0, detail.identity.classification.identityClass)
            },
        )
    }
}

extension HeldCredentialRecord {
    init(_ held: HeldCredential) {
        self.init(
            reference: held.reference,
            owner: held.owner.words,
            ownership: held.owner.kind,
            lastRotated: held.lastRotated,
            expires: held.expires,
            users: held.users,
        )
    }
}

extension SourceRecord {
    init(_ summary: SourceSummary) {
        self.init(
            source: summary.source,
            parts: summary.parts,
            identities: summary.identities,
            lastRun: summary.lastRun.map { run in
                Run(
                    at: run.at,
                    actor: run.actor,
                    added: run.added,
                    changed: run.changed,
                    vanished: run.vanished,
                    unchanged: run.unchanged,
                    rejected: run.rejected,
                )
            },
            isBeingTakenOver: summary.isBeingTakenOver,
            blindSpots: summary.source.description.blindSpots,
            maturity: summary.maturity,
        )
    }
}

extension ClientRecord {
    init(_ client: ClientSummary) {
        self.init(
            id: client.id,
            kind: client.kind.rawValue,
            created: client.created,
            expires: client.expires,
            revoked: client.revoked,
        )
    }
}

extension Registration {
    init(_ body: RegisterRequest) {
        self.init()
        owner = body.owner
        technicalOwner = body.technicalOwner
        backupApprover = body.backupApprover
        purpose = body.purpose
        environment = body.environment
        function = body.function
        vendor = body.vendor
        expires = body.expires
        renewal = body.renewal
        declaredReach = body.declaredReach
        stopPath = body.stopPath
        stoppedBy = body.stoppedBy
        level = body.level
        systemPurpose = body.systemPurpose
        pattern = body.pattern
    }
}

extension OverviewRecord {
    init(_ overview: Overview) {
        func named<Key: RawRepresentable<String>>(_ counts: [Key: Int]) -> [String: Int] {
            Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
        }
        self.init(
            identities: overview.identities,
            byState: named(overview.byState),
            byClass: named(overview.byClass),
            known: overview.known,
            registration: RegistrationRecord(overview.registration),
            findings: named(overview.findings),
            byRule: overview.byRule,
            systems: overview.systems,
            sources: overview.sources.count,
            lastStop: overview.lastStop,
        )
    }
}

extension CheckpointRecord {
    init(_ summary: CheckpointSummary) {
        self.init(
            origin: summary.origin,
            size: summary.size,
            root: summary.root,
            made: summary.made,
            note: summary.note,
        )
    }
}

extension ImportOutcome {
    package init(_ report: ImportReport) {
        self.init(
            sources: report.sources.map { source in
                SourceOutcome(
                    root: source.root,
                    format: source.format,
                    counts: source.counts,
                    new: source.new,
                    changed: source.changed.map {
                        Changed(kind: $0.kind, name: $0.name, path: $0.path, changes: $0.changes)
                    },
                    vanished: source.vanished,
                    added: source.added,
                    unchanged: source.unchanged,
                )
            },
            totals: report.totals,
            rejected: report.rejected,
            dryRun: report.dryRun,
        )
    }
}
