import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Makes fingerprints under the key of this installation: equal secrets have equal fingerprints, and without the key
/// nobody can try out guesses.
package struct Fingerprinter: Sendable {
    private let key: SymmetricKey

    /// The fingerprints of the installation with this master key.
    package init(_ master: MasterKey) {
        key = master.derived(for: "fingerprint")
    }

    /// HMAC-SHA-256 of a secret's bytes.
    package func fingerprint(of secret: Secret) -> Fingerprint {
        secret.withBytes { fingerprint(of: $0) }
    }

    /// HMAC-SHA-256 of a secret that an importer has before it in plain bytes.
    package func fingerprint(of bytes: [UInt8]) -> Fingerprint {
        Fingerprint(hex: hexadecimal(HMAC<SHA256>.authenticationCode(for: bytes, using: key)))
    }
}
