/// Why an access token is refused.
package enum TokenError: Error, Sendable, Hashable {
    /// It is not a token of ours by form, algorithm, key or signature.
    case notOurs(JOSEError)
    /// It is a signed token of another kind.
    case wrongType
    /// A claim is absent or of another form.
    case missingClaim(String)
    case wrongIssuer
    case wrongAudience
    /// Its end has come.
    case expired
    /// Its beginning has not come.
    case notYetValid
}

extension TokenError {
    /// A stable word for the record and for clients.
    package var code: String {
        switch self {
        case .notOurs: "tokenInvalid"
        case .wrongType: "tokenWrongType"
        case .missingClaim: "tokenIncomplete"
        case .wrongIssuer: "tokenWrongIssuer"
        case .wrongAudience: "tokenWrongAudience"
        case .expired: "tokenExpired"
        case .notYetValid: "tokenNotYetValid"
        }
    }
}

extension TokenError: CustomStringConvertible {
    /// What is wrong and what to do, in one line; nothing of the token.
    package var description: String {
        switch self {
        case .notOurs(let reason): reason.description
        case .wrongType: "the token is not an access token"
        case .missingClaim(let name): "the token's claim `\(name)` is missing or of another form"
        case .wrongIssuer: "the token was issued by somebody else"
        case .wrongAudience: "the token is for somebody else"
        case .expired: "the token has expired; ask for a new one"
        case .notYetValid: "the token is not valid yet; check the clocks"
        }
    }
}
