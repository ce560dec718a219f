package import Domain

/// What an access token of ours says.
///
/// Source: RFC 9068, section 2.2; `act` as in RFC 8693, section 4.1; `task`, `purpose`, `environment` and `class` are our own.
package struct AccessToken: Sendable, Hashable {
    /// Most hops of a delegation.
    package static let maximumActors = 8

    /// Who issued it: the base address of the installation.
    package var issuer: String
    /// Whom it is about: an identity's id.
    package var subject: String
    /// Who may accept it.
    package var audience: [String]
    package var issued: Instant
    /// It is refused from this moment on; whole seconds.
    package var expires: Instant
    package var notBefore: Instant?
    /// Its own id, that of the lease.
    package var id: String
    /// The client that asked for it.
    package var client: String
    package var scope: ScopeSet
    /// The run or job it was issued for.
    package var task: String?
    /// What it may be used for; nil when it names nothing.
    package var purpose: String?
    package var environment: String?
    package var identityClass: IdentityClass?
    /// Who acts for the subject, the present actor first; empty without delegation.
    package var actors: [String]

    package init(
        issuer: String,
        subject: String,
        audience: [String],
        issued: Instant,
        expires: Instant,
        notBefore: Instant? = nil,
        id: String,
        client: String,
        scope: ScopeSet,
        task: String? = nil,
        purpose: String? = nil,
        environment: String? = nil,
        identityClass: IdentityClass? = nil,
        actors: [String] = [],
    ) {
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.issued = issued
        self.expires = expires
        self.notBefore = notBefore
        self.id = id
        self.client = client
        self.scope = scope
        self.task = task
        self.purpose = purpose
        self.environment = environment
        self.identityClass = identityClass
        self.actors = actors
    }

    /// The token, signed.
    ///
    /// - Throws: When the library can't sign.
    package func signed(by key: SigningKey) throws -> String {
        try key.sign(payload, type: Self.type)
    }

    /// The value of `typ`.
    static let type = "at+jwt"

    private var payload: [UInt8] {
        JSONWriter.object { claims in
            claims.member("iss", issuer)
            claims.member("sub", subject)
            claims.member("aud", audience.count == 1 ? .string(audience[0]) : .array(audience.map { .string($0) }))
            claims.member("exp", .integer(expires.seconds))
            claims.member("nbf", notBefore.map { .integer($0.seconds) })
            claims.member("iat", .integer(issued.seconds))
            claims.member("jti", id)
            claims.member("client_id", client)
            if !scope.isEmpty { claims.member("scope", scope.text) }
            claims.member("task", task)
            claims.member("purpose", purpose)
            claims.member("environment", environment)
            claims.member("class", identityClass?.rawValue)
            claims.member(
                "act",
                actors.reversed().reduce(JSONValue?.none) { inner, actor in
                    var members = ["sub": JSONValue.string(actor)]
                    members["act"] = inner
                    return .object(members)
                },
            )
        }
    }
}

extension AccessToken {
    /// Reads the claims of a verified token.
    ///
    /// - Throws: `.missingClaim` with the name of the first that is absent or of another form.
    init(claims: [String: JSONValue]) throws(TokenError) {
        func text(_ name: String) throws(TokenError) -> String {
            guard let text = claims[name]?.string, !text.isEmpty else { throw .missingClaim(name) }
            return text
        }
        func optional<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(TokenError) -> Value? {
            guard let claim = claims[name] else { return nil }
            guard let value = read(claim) else { throw .missingClaim(name) }
            return value
        }
        func time(_ name: String) throws(TokenError) -> Instant {
            guard let seconds = claims[name]?.numericDate else { throw .missingClaim(name) }
            return Instant(seconds: seconds)
        }
        guard let audience = claims["aud"]?.strings, !audience.isEmpty else { throw .missingClaim("aud") }
        self.init(
            issuer: try text("iss"),
            subject: try text("sub"),
            audience: audience,
            issued: try time("iat"),
            expires: try time("exp"),
            notBefore: try optional("nbf") { $0.numericDate.map(Instant.init(seconds:)) },
            id: try text("jti"),
            client: try text("client_id"),
            scope: try optional("scope") { $0.string.flatMap(ScopeSet.init) } ?? ScopeSet(),
            task: try optional("task", \.string),
            purpose: try optional("purpose", \.string),
            environment: try optional("environment", \.string),
            identityClass: try optional("class") { $0.string.flatMap(IdentityClass.init(rawValue:)) },
            actors: try optional("act", Self.actors) ?? [],
        )
    }

    private static func actors(_ claim: JSONValue) -> [String]? {
        var actors: [String] = []
        var rest: JSONValue? = claim
        while let link = rest {
            guard let actor = link.object?["sub"]?.string, actors.count < maximumActors else { return nil }
            actors.append(actor)
            rest = link.object?["act"]
        }
        return actors
    }
}
