import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Signs what is sent to a webhook, so that its receiver knows who sent it and when.
///
/// Source: Standard Webhooks 1.0: HMAC-SHA-256 over `id.timestamp.body` under the bytes behind `whsec_`.
package enum WebhookSignature {
    /// A fresh secret: `whsec_` and 32 random bytes in Base64.
    package static func newSecret() -> Secret {
        Secret("whsec_" + SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString())
    }

    /// Whether a secret that somebody else made can sign: `whsec_` and 24 to 64 bytes in Base64.
    package static func isSecret(_ secret: Secret) -> Bool {
        secret.withBytes { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard text.hasPrefix("whsec_"), let key = Data(base64Encoded: String(text.dropFirst(6))) else {
                return false
            }
            return (24...64).contains(key.count)
        }
    }

    /// The header `webhook-signature`.
    ///
    /// - Parameters:
    ///   - id: The header `webhook-id`, the same for every attempt.
    ///   - timestamp: The header `webhook-timestamp`: seconds since 1970 of this attempt.
    ///   - body: The bytes that are sent.
    ///   - secret: As `newSecret` makes it.
    /// - Returns: nil when the secret is none.
    package static func header(id: String, timestamp: Int64, body: [UInt8], secret: Secret) -> String? {
        secret.withBytes { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard text.hasPrefix("whsec_"), let key = Data(base64Encoded: String(text.dropFirst(6))) else { return nil }
            let signed = Array("\(id).\(timestamp).".utf8) + body
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
            return "v1," + Data(code).base64EncodedString()
        }
    }
}
