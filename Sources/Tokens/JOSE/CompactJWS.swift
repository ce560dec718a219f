/// A signed token in its three parts, read strictly and not yet verified.
///
/// Source: RFC 7515, section 3.1; RFC 8725.
struct CompactJWS: Sendable {
    /// Longest token that is looked at.
    static let maximumSize = 16_384

    /// The members of the protected header.
    let header: [String: JSONValue]
    let algorithm: SignatureAlgorithm
    let keyID: String?
    let type: String?
    /// The payload as signed; may be empty.
    let payload: [UInt8]
    let signature: [UInt8]
    /// What the signature covers.
    let signingInput: ArraySlice<UInt8>

    /// Reads a token.
    ///
    /// - Throws: `.malformedToken`, `.unsupportedAlgorithm`, `.unsupportedHeader` for `crit`, `b64` and `zip`.
    init(_ token: [UInt8]) throws(JOSEError) {
        guard token.count <= Self.maximumSize else { throw .malformedToken }
        let parts = token.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, !parts[2].isEmpty,
            let headerBytes = Base64URL.decode(parts[0]), let header = JSONReader.value(headerBytes)?.object,
            let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2])
        else { throw .malformedToken }
        // A member that must be understood, and two that change what is signed: none of them is ever needed here.
        for name in ["crit", "b64", "zip"] where header[name] != nil {
            throw .unsupportedHeader(name)
        }
        guard let name = header["alg"]?.string, let algorithm = SignatureAlgorithm(name: name) else {
            throw .unsupportedAlgorithm
        }
        for name in ["kid", "typ"] where header[name] != nil && header[name]?.string == nil {
            throw .malformedToken
        }
        self.header = header
        self.algorithm = algorithm
        keyID = header["kid"]?.string
        type = header["typ"]?.string
        self.payload = payload
        self.signature = signature
        signingInput = token[..<parts[1].endIndex]
    }

    /// The claims of a JWT.
    ///
    /// - Throws: `.malformedToken` when the payload is no strict JSON object.
    func claims() throws(JOSEError) -> [String: JSONValue] {
        guard let claims = JSONReader.value(payload)?.object else { throw .malformedToken }
        return claims
    }
}
