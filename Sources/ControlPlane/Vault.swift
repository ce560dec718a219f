package import Domain
package import Sealing
package import Store

/// What the master key is good for: opening and sealing stored secrets, and fingerprints.
package struct Vault: Sendable {
    private let master: MasterKey
    private let sealer: Sealer
    private let fingerprinter: Fingerprinter

    package init(_ master: MasterKey) {
        self.master = master
        sealer = Sealer(master)
        fingerprinter = Fingerprinter(master)
    }

    /// Kinds of sealed records.
    package enum Kind: String, Sendable {
        /// Opens only under the right master key; tells a wrong one at start.
        case keyCheck = "key-check"
        case systemCredential = "system-credential"
        case signingKey = "signing-key"
        case webhookSecret = "webhook-secret"
        /// Opens the record of what was done under an envelope without the server.
        case envelopeRecord = "envelope-record"
    }

    /// Seals a value for the record of this kind and id; it can be opened as no other.
    package func seal(_ value: Secret, _ kind: Kind, id: String) throws -> Store.SealedRecord {
        let bytes = try sealer.seal(value, for: Sealing.SealedRecord(kind: kind.rawValue, id: id))
        return Store.SealedRecord(kind: kind.rawValue, id: id, keyID: master.id, bytes: bytes)
    }

    package func open(_ record: Store.SealedRecord) throws -> Secret {
        try sealer.open(record.bytes, for: Sealing.SealedRecord(kind: record.kind, id: record.id))
    }

    package func fingerprint(of bytes: [UInt8]) -> Fingerprint { fingerprinter.fingerprint(of: bytes) }
}
