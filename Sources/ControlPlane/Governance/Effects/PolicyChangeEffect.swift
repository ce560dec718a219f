import Domain
import SQLEngine
import Store

/// That a proposed version of the organisation's policies may go live, in place of what was live when it was proposed.
enum PolicyChangeEffect: RequestEffect {
    /// What stands for the shipped policies alone.
    private static let none = "none"

    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        request.proposal.terms["base"] = try PolicyVersionTable.live(in: change.connection)?.digest ?? none
    }

    static func opened(_ request: ChangeRequest, _ change: inout Change) throws {
        guard let version = try version(of: request, in: change.connection), version.state == .proposed,
            version.digest == request.proposal.terms["content"]
        else {
            throw Failure(
                .invalid,
                "a change of policy is asked for by proposing the policies",
                remedy: "`penstock policy propose FOLDER --note WHY`",
                fields: [MissingField("kind", why: "proposed with its files")],
            )
        }
    }

    static func drift(of request: ChangeRequest, in connection: some Connection) throws -> String? {
        guard let version = try version(of: request, in: connection),
            ControlPlane.digest(of: version.files) == request.proposal.terms["content"]
        else { return "the policies are not any more those that were proposed" }
        // What was in force once went live in place of what it was proposed for.
        if version.liveFrom != nil { return nil }
        let live = try PolicyVersionTable.live(in: connection)
        if live?.digest ?? none == request.proposal.terms["base"] { return nil }
        return live.map { "version \($0.version) went live since" } ?? "what was live was taken out of force since"
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard var version = try version(of: request, in: change.connection), version.state == .proposed else { return }
        version.state = .approved
        version.decided = change.now
        version.decidedBy = approval.by.id
        try PolicyVersionTable.update(version, in: change.connection)
        change.record(
            .policyApproved,
            version.subject,
            detail: ["digest": version.digest, "request": request.id.text, "reason": approval.reason ?? ""],
        )
    }

    static func voided(_ request: ChangeRequest, because reason: String, _ change: inout Change) throws {
        guard var version = try version(of: request, in: change.connection), version.state == .approved else { return }
        version.state = .void
        try PolicyVersionTable.update(version, in: change.connection)
    }

    static func ended(_ request: ChangeRequest, _ change: inout Change) throws {
        guard var version = try version(of: request, in: change.connection), version.state == .proposed else { return }
        version.state =
            switch request.state {
            case .refused: .refused
            case .void: .void
            case .open, .approved, .withdrawn, .closed, .expired: .withdrawn
            }
        version.decided = change.now
        version.decidedBy = change.actor.id
        try PolicyVersionTable.update(version, in: change.connection)
        if request.state == .refused {
            change.record(
                .policyRefused,
                version.subject,
                detail: ["digest": version.digest, "request": request.id.text, "reason": request.outcome ?? ""],
            )
        }
    }

    /// Makes void what was proposed or approved for another base than is live now.
    static func voidStale(_ change: inout Change) throws {
        for version in try PolicyVersionTable.all(in: change.connection)
        where version.state == .proposed || version.state == .approved {
            guard var request = try request(for: version, in: change.connection),
                let drift = try drift(of: request, in: change.connection)
            else { continue }
            if request.state == .open {
                try ControlPlane.end(&request, .void, drift, &change)
            } else {
                try ControlPlane.void(request, because: drift, &change)
            }
        }
    }

    static func request(for version: PolicyVersion, in connection: some Connection) throws -> ChangeRequest? {
        try RequestTable.latest(.policyChange, about: version.subject.id, in: connection)
    }

    private static func version(of request: ChangeRequest, in connection: some Connection) throws -> PolicyVersion? {
        guard request.subject?.kind == "policies", request.subject?.id == request.proposal.terms["version"],
            let number = request.proposal.terms["version"].flatMap({ Int64($0) })
        else { return nil }
        return try PolicyVersionTable.find(number, in: connection)
    }
}
