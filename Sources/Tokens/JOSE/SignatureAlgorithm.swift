/// The signature algorithms that are accepted; everything else is refused, `none` and HMAC first of all.
///
/// Source: RFC 7518, section 3.1; RFC 8037; RFC 9864.
package enum SignatureAlgorithm: String, Sendable, Hashable, CaseIterable {
    case es256 = "ES256"
    case edDSA = "EdDSA"
    case rs256 = "RS256"
    case ps256 = "PS256"

    /// Reads the value of `alg`; nil for an algorithm that is not accepted.
    package init?(name: String) {
        // RFC 9864 gives Ed25519 its own name beside the older `EdDSA`.
        self.init(rawValue: name == "Ed25519" ? "EdDSA" : name)
    }
}
