package import Domain
import Sealing

/// What somebody asks for, before policy has said what becomes of it.
package struct NewRequest: Sendable {
    /// What is said of a hurry; a part that is missing is refused, not filled in.
    package struct Hurry: Sendable, Hashable {
        /// Address or id of the person who answers for it.
        package var owner: String?
        package var until: Instant?
        package var rollback: String?

        package init(owner: String?, until: Instant?, rollback: String?) {
            self.owner = owner
            self.until = until
            self.rollback = rollback
        }
    }

    package var kind: ChangeRequest.Kind
    /// Id, beginning of an id, or name; nil for what concerns no identity.
    package var identity: String?
    /// What it is about when it is about no identity.
    package var subject: Event.Subject?
    package var grants: [ProposedGrant]
    /// For `register` and `clone`: who answers for it, what it is for and until when.
    ///
    /// For `renew`: its dates.
    package var registration: Registration?
    /// For `exception`: the finding, who answers for accepting it, and the controls.
    package var exception: ExceptionOrder?
    /// The finding that `exception` names, as it stands; written by `openRequest`.
    var finding: Finding?
    /// For `breakGlass`: who acts, on what, and how it is undone.
    package var breakGlass: BreakGlassOrder?
    /// Further terms of the kind, by name.
    package var terms: [String: String]
    package var reason: String
    package var expedited: Hurry?
    /// Where the decision is sent; an `https` address, or `http` on loopback.
    package var callback: String?
    /// What the callback is signed with, `whsec_` and 24 to 64 bytes in Base64; both or neither.
    package var callbackSecret: Secret?

    package init(
        _ kind: ChangeRequest.Kind,
        identity: String? = nil,
        subject: Event.Subject? = nil,
        grants: [ProposedGrant] = [],
        registration: Registration? = nil,
        terms: [String: String] = [:],
        reason: String,
        expedited: Hurry? = nil,
        callback: String? = nil,
        callbackSecret: Secret? = nil,
    ) {
        self.kind = kind
        self.identity = identity
        self.subject = subject
        self.grants = grants
        self.registration = registration
        self.terms = terms
        self.reason = reason
        self.expedited = expedited
        self.callback = callback
        self.callbackSecret = callbackSecret
    }

    /// To have a finding accepted for a time.
    package init(_ order: ExceptionOrder) {
        self.init(.exception, reason: order.reason)
        exception = order
    }

    /// For emergency access.
    package init(_ order: BreakGlassOrder) {
        self.init(.breakGlass, identity: order.identity, reason: order.reason)
        breakGlass = order
    }

    /// - Throws: `.invalid` for what no store should hold.
    func checked() throws -> NewRequest {
        func invalid(_ field: String, _ why: String) -> Failure {
            Failure(.invalid, "the request's \(field) \(why)", fields: [MissingField(field, why: why)])
        }
        // Their orders are checked as a whole, so that everything that is missing is said at once.
        if exception != nil || breakGlass != nil { return self }
        if reason.isBlank { throw invalid("reason", "says why, for those who decide") }
        if reason.utf8.count > 4000 { throw invalid("reason", "has at most 4000 bytes") }
        if grants.count > 100 { throw invalid("grants", "are at most 100 at a time") }
        if terms.count > 50 { throw invalid("terms", "are at most 50") }
        for (name, value) in terms where name.utf8.count > 100 || value.utf8.count > 16_000 {
            throw invalid("term `\(name.prefix(40))`", "has at most 16000 bytes")
        }
        if let callback, !Self.isCallback(callback) {
            throw invalid("callback", "is an https address, or http on loopback, of at most 2000 bytes")
        }
        if (callback == nil) != (callbackSecret == nil) {
            throw invalid(callback == nil ? "callback" : "callbackSecret", "is needed: what is called is signed")
        }
        if let callbackSecret, !WebhookSignature.isSecret(callbackSecret) {
            throw invalid("callbackSecret", "is `whsec_` and 24 to 64 bytes in Base64")
        }
        for grant in grants {
            if let task = grant.task, task.isBlank || task.utf8.count > 200 {
                throw invalid("task", "is a name of 1 to 200 bytes")
            }
            if let purpose = grant.conditions.purpose, purpose.isBlank || purpose.utf8.count > 400 {
                throw invalid("purpose", "is a text of 1 to 400 bytes")
            }
            if grant.conditions.networks.count > 50 { throw invalid("networks", "are at most 50 ranges") }
            if let limit = grant.conditions.perMinute, !(1...1_000_000).contains(limit) {
                throw invalid("perMinute", "is 1 to 1000000")
            }
        }
        return self
    }

    private static func isCallback(_ text: String) -> Bool {
        guard text.utf8.count <= 2000, !text.contains(where: \.isWhitespace), !text.contains("@") else { return false }
        if text.hasPrefix("https://") { return text.utf8.count > 8 }
        return ["http://127.0.0.1:", "http://127.0.0.1/", "http://localhost:", "http://localhost/", "http://[::1]:"]
            .contains { text.hasPrefix($0) }
    }
}

/// What policy says of a request before it is sent.
package struct RequestPreview: Sendable, Hashable {
    package var route: Route
    /// The identity it is for, as it would be.
    package var identity: Identity?
    package var proposal: Proposal
}

/// A request with the decisions on it.
package struct RequestDetail: Sendable, Hashable {
    package var request: ChangeRequest
    package var approvals: [Approval]
    /// The identity it is for, as it is.
    package var identity: Identity?
    /// Seats that nobody has sat on yet.
    package var waitingFor: [Seat]
    /// What changed since it was asked for; empty when nothing did.
    package var drift: [String]
    /// Whether whoever looks may decide on it now, and if not, why.
    package var mayDecide: AccessDecision?
}
