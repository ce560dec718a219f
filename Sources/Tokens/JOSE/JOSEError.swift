/// Why a key or a signed token can't be accepted.
package enum JOSEError: Error, Sendable, Hashable {
    /// The token is not three Base64url parts with a strict JSON object in front.
    case malformedToken
    /// `alg` is missing or none of those accepted.
    case unsupportedAlgorithm
    /// The header asks for something that is not supported, such as `crit`.
    case unsupportedHeader(String)
    /// No key fits the token's `kid` and `alg`.
    case unknownKey
    /// The signature is not that of the key.
    case wrongSignature
    /// A key is not usable; the text says why.
    case unusableKey(String)
}

extension JOSEError: CustomStringConvertible {
    /// What is wrong, in one line; nothing of the token.
    package var description: String {
        switch self {
        case .malformedToken: "the token is not a signed JWT in compact form"
        case .unsupportedAlgorithm: "the token's algorithm is not accepted; use ES256, EdDSA, PS256 or RS256"
        case .unsupportedHeader(let name): "the token's header member `\(name)` is not supported"
        case .unknownKey: "no known key fits the token"
        case .wrongSignature: "the token's signature is wrong"
        case .unusableKey(let reason): reason
        }
    }
}
