package import Decisions
package import Domain

/// Who a verified token speaks for.
package struct Caller: Sendable, Hashable {
    package var identity: ID<Identity>
    package var lease: ID<Lease>
    /// The run or job the token was issued for.
    package var task: String?
    /// What the token says it is for.
    package var purpose: String?
    package var issued: Instant
    package var expires: Instant
    /// What the token was narrowed to; nil when it was not.
    package var scopes: [TokenScope]?
    /// Who asked first; nil when the identity acts for itself.
    package var originalCaller: String?
    /// The hops between the original caller and the identity, first hop first.
    package var delegation: [String]

    package init(
        identity: ID<Identity>,
        lease: ID<Lease>,
        task: String? = nil,
        purpose: String? = nil,
        issued: Instant,
        expires: Instant,
        scopes: [TokenScope]? = nil,
        originalCaller: String? = nil,
        delegation: [String] = [],
    ) {
        self.identity = identity
        self.lease = lease
        self.task = task
        self.purpose = purpose
        self.issued = issued
        self.expires = expires
        self.scopes = scopes
        self.originalCaller = originalCaller
        self.delegation = delegation
    }
}

/// Why a token was not accepted.
package struct TokenRefusal: Error, Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// Not a token of ours, or altered.
        case invalid
        /// Its end has passed.
        case expired
        /// It was taken back, or what it belongs to was stopped.
        case revoked
    }

    package var code: Code
    /// One line for the caller; never a part of the token.
    package var detail: String
    /// Whose it is, when its signature proved that.
    package var identity: ID<Identity>?
    package var lease: ID<Lease>?

    package init(_ code: Code, detail: String, identity: ID<Identity>? = nil, lease: ID<Lease>? = nil) {
        self.code = code
        self.detail = detail
        self.identity = identity
        self.lease = lease
    }
}
