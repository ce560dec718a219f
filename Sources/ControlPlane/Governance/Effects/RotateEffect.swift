import Domain
import SQLEngine
import Store

/// That secrets of an identity are replaced: client secrets of ours, and credentials that its workflow uses.
///
/// Credentials become the steps of a rotation, which imports confirm. A request about client secrets stays approved until
/// each was replaced by `replaceSecret`, which uses the approval.
enum RotateEffect: RequestEffect {
    enum Term {
        /// How many hours the old secret holds beside the new one.
        static let overlapHours = "overlapHours"
        /// Before the id of a client, and the key of a credential, that is to be replaced.
        static let client = "client:"
        static let credential = "credential:"
        /// What a caller names: the id of a client, or the key of a credential; nothing for all of them.
        static let only = "only"
    }

    private static let longestOverlap = 168

    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        let identity = try identity.required(for: request.kind)
        let said = new.terms[Term.overlapHours] ?? "24"
        guard let overlap = Int(said), (0...longestOverlap).contains(overlap) else {
            throw Failure(
                .invalid,
                "`\(said.prefix(40))` is no overlap",
                fields: [MissingField("terms.\(Term.overlapHours)", why: "0 to \(longestOverlap)")],
            )
        }
        var held: [String: String] = [:]
        for client in try ClientTable.all(of: identity.id, in: change.connection)
        where client.kind == .secret && client.isUsable(at: change.now) {
            held[Term.client + client.id] = "until \(client.expires)"
        }
        for key in try ControlPlane.definition(of: identity, in: change.connection).credentials {
            held[Term.credential + key] = "in its source"
        }
        if let only = new.terms[Term.only] {
            held = held.filter { $0.key == Term.client + only || $0.key == Term.credential + only }
        }
        guard !held.isEmpty else {
            throw Failure(
                .invalid,
                "`\(identity.name)` holds no such secret that could be replaced",
                fields: [MissingField("terms.\(Term.only)", why: "a client or credential of it")],
            )
        }
        held[Term.overlapHours] = "\(overlap)"
        request.proposal = Proposal(terms: held)
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity else { return }
        let identity = try ControlPlane.find(id.text, in: change.connection)
        let credentials = named(Term.credential, in: request)
        let clients = named(Term.client, in: request)
        var rotation: Revocation?
        if !credentials.isEmpty {
            rotation = try change.openRotation(of: identity, because: request.reason, only: Set(credentials))
        }
        change.record(
            .rotationAsked,
            identity.subject,
            detail: [
                "request": request.id.text, "reason": request.reason, "clients": clients.joined(separator: ", "),
                "revocation": rotation?.id.text ?? "",
            ],
        )
        if clients.isEmpty {
            return try ControlPlane.close(
                request.id,
                rotation.map { "rotation `\($0.id)` tells how far it is" } ?? "",
                change
            )
        }
        var obliged = request
        obliged.due = change.now + identity.classification.identityClass.revocation
        try RequestTable.update(obliged, in: change.connection)
        try change.tell(
            [identity.owner, identity.technicalOwner],
            .rotationAsked,
            identity.subject,
            "replace \(clients.count) client secrets of \(identity.name) by \(obliged.due.date), with "
                + "`penstock client replace \(request.id)`: \(request.reason)",
        )
    }

    /// The clients whose secret is still to be replaced.
    static func pending(_ request: ChangeRequest, in connection: some Connection) throws -> [String] {
        guard let id = request.identity else { return [] }
        let overlap = overlap(of: request)
        let all = try ClientTable.all(of: id, in: connection)
        let asked = Set(named(Term.client, in: request))
        let new = all.filter { $0.kind == .secret && $0.created >= request.opened && !asked.contains($0.id) }
        return all.filter { client in
            asked.contains(client.id) && client.revoked == nil
                && !new.contains { client.expires <= $0.created + overlap }
        }.map(\.id)
    }

    static func overlap(of request: ChangeRequest) -> Duration {
        .hours(Int64(request.proposal.terms[Term.overlapHours] ?? "") ?? 0)
    }

    private static func named(_ prefix: String, in request: ChangeRequest) -> [String] {
        request.proposal.terms.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
    }
}
