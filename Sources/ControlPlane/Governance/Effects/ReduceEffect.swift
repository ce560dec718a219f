import Domain
import SQLEngine
import Store

/// That an identity may do less: grants are taken back, and narrower ones take the place of some.
///
/// What takes a grant's place rests on the approval of that grant and ends with it, for it only narrows.
enum ReduceEffect: RequestEffect {
    /// Names the grants that are taken back, by id, with spaces between them.
    static let term = "takesBack"

    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        let identity = try identity.required(for: request.kind)
        let taken = try taken(request, of: identity, change)
        for asked in request.proposal.grants where origin(of: asked, among: taken) == nil {
            throw Failure(
                .invalid,
                "to \(asked.action.rawValue) \(asked.resource) lies within none of the grants that are taken back",
                remedy: "a reduction only takes away; `penstock request grant` asks for more",
                fields: [MissingField("grants", why: "each within one that is taken back, with its conditions and end")],
            )
        }
        guard !taken.allSatisfy({ grant in request.proposal.grants.contains { grant.asked == $0 } }) else {
            throw Failure(.invalid, "nothing would be less than it is")
        }
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity else { return }
        let identity = try ControlPlane.find(id.text, in: change.connection)
        let taken = try taken(request, of: identity, change)
        var successors: [ID<Grant>: [ProposedGrant]] = [:]
        for asked in request.proposal.grants {
            if let origin = origin(of: asked, among: taken) { successors[origin.id, default: []].append(asked) }
        }
        let detail = ["request": request.id.text, "approval": approval.id.text, "reason": request.reason]
        for grant in taken {
            let before = "\(grant.action.rawValue) \(grant.resource) until \(grant.ends)"
            guard try GrantTable.revoke(grant.id, at: change.now, in: change.connection) else { continue }
            change.record(
                .grantRevoked,
                identity.subject,
                changes: [Event.Change("grant", before: before, after: nil)],
                detail: detail.merging(["grant": grant.id.text]) { $1 },
            )
            change.touch(.grant, grant.id.text)
            for asked in successors[grant.id] ?? [] {
                var next = grant
                next.id = ID(at: change.now)
                next.resource = asked.resource
                next.direction = asked.direction
                next.conditions = asked.conditions
                next.task = asked.task
                next.begins = change.now
                next.ends = asked.ends
                try GrantTable.insert(next, in: change.connection)
                change.record(
                    .grantAdded,
                    identity.subject,
                    changes: [
                        Event.Change(
                            "grant",
                            before: before,
                            after: "\(next.action.rawValue) \(next.resource) until \(next.ends)",
                        )
                    ],
                    detail: detail.merging(["grant": next.id.text, "narrows": grant.id.text]) { $1 },
                )
                change.touch(.grant, next.id.text)
            }
        }
    }

    /// The open grants that it takes back.
    private static func taken(_ request: ChangeRequest, of identity: Identity, _ change: Change) throws -> [Grant] {
        let names = (request.proposal.terms[term] ?? "").split(separator: " ").map(String.init)
        guard !names.isEmpty else {
            throw Failure(
                .invalid,
                "a reduction says which grants are taken back",
                fields: [MissingField("terms.\(term)", why: "ids of grants, with spaces between them")],
            )
        }
        return try names.map { name in
            guard let id = ID<Grant>(name), let grant = try GrantTable.find(id, in: change.connection),
                grant.identity == identity.id, grant.isOpen(at: change.now)
            else {
                throw Failure(
                    .conflict,
                    "`\(identity.name)` has no open grant `\(name.prefix(80))`",
                    remedy: "`penstock identity size \(identity.id)` says what it has now",
                )
            }
            return grant
        }
    }

    private static func origin(of asked: ProposedGrant, among taken: [Grant]) -> Grant? {
        taken.first { asked.isWithin($0.asked) }
    }
}
