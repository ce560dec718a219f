import Decisions
import Domain
import SQLEngine
import Store

/// That an identity may do something until a date or the end of a task.
enum GrantEffect: RequestEffect {
    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        let identity = try identity.required(for: request.kind)
        guard !request.proposal.grants.isEmpty else {
            throw Failure(
                .invalid,
                "a request to \(request.kind.rawValue) says what is to be granted",
                fields: [MissingField("grants", why: "at least one")],
            )
        }
        let actions = Set(request.proposal.grants.map(\.action))
        if actions.contains(.admin), actions.count > 1 {
            throw Failure(
                .invalid,
                "to administer is asked for beside to \(actions.contains(.write) ? "write" : "read")",
                remedy: "ask for it in a request of its own, so that nobody approves it unseen",
                fields: [MissingField("grants", why: "`admin` alone")],
            )
        }
        try check(request.proposal.grants, for: identity, change)
        try checkOccasion(of: request, change)
    }

    /// The terms by which a request says that it is temporary: what for, and how it is undone.
    static let (occasionTerm, rollbackTerm) = ("occasion", "rollback")

    /// - Throws: `.missingFields` naming each thing that temporary access cannot be without.
    private static func checkOccasion(of request: ChangeRequest, _ change: Change) throws {
        guard let text = request.proposal.terms[occasionTerm] else { return }
        guard let occasion = Occasion(rawValue: text) else {
            let known = Occasion.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(
                .invalid,
                "`\(text.prefix(60))` is no occasion for temporary access",
                fields: [MissingField(occasionTerm, why: known)],
            )
        }
        let rollback = request.proposal.terms[rollbackTerm] ?? request.expedited?.rollback
        let missing = occasion.problems(of: request.proposal.grants, rollback: rollback, at: change.now)
        guard missing.isEmpty else {
            throw Failure(
                .missingFields,
                "temporary access for a \(occasion.rawValue) lacks \(missing.map(\.field).joined(separator: ", "))",
                remedy: "say each of them",
                fields: missing,
            )
        }
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity else { return }
        let identity = try ControlPlane.find(id.text, in: change.connection)
        try check(request.proposal.grants, for: identity, change)
        try give(request, approval, to: identity, &change)
    }

    /// Adds the grants of an approved request.
    static func give(
        _ request: ChangeRequest,
        _ approval: Approval,
        to identity: Identity,
        _ change: inout Change,
    ) throws {
        for asked in request.proposal.grants {
            var grant = Grant(
                id: ID(at: change.now),
                identity: identity.id,
                action: asked.action,
                resource: asked.resource,
                begins: change.now,
                ends: min(asked.ends, approval.ends),
                reason: request.reason,
                grantedBy: approval.by.kind == .policy ? request.requester.name : approval.by.name,
            )
            grant.direction = asked.direction
            grant.conditions = asked.conditions
            grant.task = asked.task
            grant.occasion = request.proposal.terms[occasionTerm].flatMap(Occasion.init)
            grant.request = request.id
            grant.approval = approval.id
            grant.digest = approval.digest
            try GrantTable.insert(grant, in: change.connection)
            change.record(
                .grantAdded,
                identity.subject,
                changes: [
                    Event.Change(
                        "grant",
                        before: nil,
                        after: "\(grant.action.rawValue) \(grant.resource) until \(grant.ends)",
                    )
                ],
                detail: [
                    "grant": grant.id.text, "reason": request.reason, "request": request.id.text,
                    "approval": approval.id.text, "approver": approval.by.name, "task": grant.task ?? "",
                    "occasion": grant.occasion?.rawValue ?? "", "rollback": request.proposal.terms[rollbackTerm] ?? "",
                ],
            )
            change.touch(.grant, grant.id.text)
        }
    }

    static func check(_ grants: [ProposedGrant], for identity: Identity, _ change: Change) throws {
        guard identity.state == .active else {
            throw Failure(
                .conflict,
                "`\(identity.name)` is \(identity.state.rawValue), and only an active identity is granted anything",
                remedy: "`penstock identity register \(identity.id) …` first",
            )
        }
        for grant in grants {
            guard try SystemTable.find(grant.resource.system, in: change.connection) != nil else {
                throw Failure(
                    .invalid,
                    "there is no system `\(grant.resource.system)`",
                    remedy: "`penstock system add \(grant.resource.system) --environment …`, "
                        + "or see `penstock system list`",
                    fields: [MissingField("resource", why: "names a system that is not known")],
                )
            }
            if let expires = identity.expires, grant.ends > expires {
                throw Failure(
                    .invalid,
                    "the grant would outlive the identity, which ends at \(expires)",
                    remedy: "end it by then, or register a later expiry first",
                    fields: [MissingField("until", why: "at most \(expires)")],
                )
            }
            if grant.action == .admin, grant.task == nil, grant.ends > change.now + Grant.longestJustInTime {
                throw Failure(
                    .invalid,
                    "access to administer is open just in time, not until \(grant.ends)",
                    remedy: "name the task that it closes with, or end it within 8 hours",
                    fields: [MissingField("until", why: "at most 8 hours ahead, or say a task")],
                )
            }
            if let direction = grant.direction, (direction == .from) != (grant.action == .read) {
                throw Failure(
                    .invalid,
                    "to \(grant.action.rawValue) goes \(grant.action == .read ? "from" : "into") a system, "
                        + "not \(direction.rawValue) it",
                    fields: [MissingField("direction", why: "`from` to read, `into` to write and administer")],
                )
            }
            if let network = grant.conditions.unreadableNetworks.first {
                throw Failure(
                    .invalid,
                    "`\(network.prefix(60))` is no range of addresses",
                    fields: [MissingField("networks", why: "as in 10.0.0.0/8 or 2001:db8::/32")],
                )
            }
        }
    }
}
