import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A random text that opens something: a sign-in link, a session, a client secret.
///
/// The text goes to whoever may use it and is not kept; the store keeps its digest, by which it is found again. With
/// 256 random bits a plain SHA-256 is enough: there is nothing to guess.
package struct RandomToken: Sendable {
    /// Prefix and 43 characters of Base64url.
    package let text: Secret
    /// What the store keeps.
    package let digest: TokenDigest

    /// Makes a token.
    ///
    /// - Parameter prefix: Stands before the random part, so that secret scanners and people know what it is.
    package init(prefix: String = "") {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let random = bytes.base64EncodedString()
            .replacing("+", with: "-")
            .replacing("/", with: "_")
            .prefix { $0 != "=" }
        text = Secret(prefix + random)
        digest = TokenDigest(of: text)
    }
}

/// SHA-256 of a token, by which it is looked up.
package struct TokenDigest: Sendable, Hashable {
    /// The 32 bytes in hex.
    package let hex: String

    /// The digest of a token that somebody presents.
    package init(of token: Secret) {
        hex = token.withBytes { hexadecimal(SHA256.hash(data: $0)) }
    }

    /// A digest as stored.
    package init(hex: String) {
        self.hex = hex
    }

    /// Whether a presented token is the one, in a time that does not depend on where they differ.
    package func matches(_ token: Secret) -> Bool {
        constantTimeEqual(Array(TokenDigest(of: token).hex.utf8), Array(hex.utf8))
    }
}
