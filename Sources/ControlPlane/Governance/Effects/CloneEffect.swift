import Domain
import SQLEngine
import Store

/// That an unapproved copy is an identity of its own: with another purpose and nothing of the original's.
enum CloneEffect: RequestEffect {
    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        let candidate = try identity.required(for: request.kind)
        guard candidate.state == .quarantined, let original = candidate.copyOf else {
            throw Failure(.conflict, "`\(candidate.name)` is no unapproved copy")
        }
        try requireOwn(candidate, copyOf: original, change)
        try RegisterEffect.requireComplete(candidate, change)
        request.proposal.terms.merge(RegistrationTerms.terms(of: candidate)) { _, ours in ours }
        request.proposal.terms["copyOf"] = original.text
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity else { return }
        let identity = try ControlPlane.find(id.text, in: change.connection)
        if let original = identity.copyOf {
            var candidate = identity
            RegistrationTerms.apply(request.proposal.terms, to: &candidate)
            try requireOwn(candidate, copyOf: original, change)
        }
        try RegisterEffect.carryOut(request, approval, &change)
    }

    /// - Throws: Unless its purpose is another than the original's and it shares no credential or callback with it.
    private static func requireOwn(_ candidate: Identity, copyOf id: ID<Identity>, _ change: Change) throws {
        guard let original = try IdentityTable.find(id, in: change.connection) else { return }
        if (candidate.purpose ?? "").isBlank || candidate.purpose == original.purpose {
            throw Failure(
                .invalid,
                "the copy has to say a purpose of its own, other than that of `\(original.name)`",
                fields: [MissingField("purpose", why: "what the copy is for")],
            )
        }
        let ours = try ControlPlane.definition(of: candidate, in: change.connection)
        let theirs = try ControlPlane.definition(of: original, in: change.connection)
        let credentials = Set(ours.credentials).intersection(theirs.credentials).sorted()
        let callbacks = Set(ours.callbacks).intersection(theirs.callbacks).sorted()
        guard credentials.isEmpty, callbacks.isEmpty || candidate.source != original.source else {
            let shared = credentials.map { "credential `\($0)`" } + callbacks.map { "callback `\($0)`" }
            throw Failure(
                .conflict,
                "`\(candidate.name)` still uses what belongs to `\(original.name)`: \(shared.joined(separator: ", "))",
                remedy: "give it its own in its source, and import that again",
                fields: [MissingField("credential", why: "a credential and callback of its own")],
            )
        }
    }
}
