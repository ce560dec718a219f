import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// - Throws: `.missingFields` when nobody can tell what the account may do, and no accepted exception covers it.
    static func requireAnswers(_ identity: Identity, _ change: Change) throws {
        guard let open = try openQuestion(about: identity, in: change.connection),
            try !isExcepted(identity, change)
        else { return }
        throw Failure(
            .missingFields,
            "`\(identity.name)` cannot become active: nobody can answer \u{201C}\(open.question)\u{201D}",
            remedy: "import what it may do, or have an exception for its finding `\(OpenQuestion.rule)` accepted first",
            fields: [MissingField("exception", why: open.why)],
        )
    }

    /// Whether an accepted exception covers that nobody can tell what it may do.
    static func isExcepted(_ identity: Identity, _ change: Change) throws -> Bool {
        try RiskExceptionTable.active(in: change.connection).contains { exception in
            exception.rule == OpenQuestion.rule && exception.subject.id == identity.id.text
                && change.now < exception.ends
        }
    }

    static func openQuestion(about identity: Identity, in connection: some Connection) throws -> OpenQuestion? {
        guard let key = identity.principal, let id = identity.source,
            let source = try SourceTable.find(id, in: connection),
            let principal = try PrincipalTable.find(key, of: id, in: connection)
        else { return nil }
        return OpenQuestion(about: principal.part, in: source.description)
    }
}

extension Change {
    /// Quarantines what acted under an exception that is over, while its question is still open.
    mutating func quarantineUnanswered(_ identity: Identity, _ why: String) throws {
        guard identity.state == .active, try !ControlPlane.isExcepted(identity, self),
            try ControlPlane.openQuestion(about: identity, in: connection) != nil
        else { return }
        let revoked = try LeaseTable.revokeAll(of: identity.id, at: now, in: connection)
        try ControlPlane.move(
            identity,
            .quarantine,
            by: .schedule,
            detail: ["reason": "the exception it acted under is over: \(why)", "leasesRevoked": "\(revoked)"],
            &self,
        )
        touch(.leases, identity.id.text)
    }
}
