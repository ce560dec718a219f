import CLI
import Domain
import Foundation
import Sealing

/// Opens an envelope for break-glass without a store: everything that it needs is in its file and its code.
enum EnvelopeOpening {
    static func open(_ file: EnvelopeFile, _ code: Secret, _ record: EnvelopeRecord) throws -> OpenedEnvelope {
        let id = file.envelope.id.text
        let content: EnvelopeContent
        do {
            let inside = try EnvelopeSealing.open(file.sealed ?? "", id: id, code: code)
            content = try inside.withBytes { try JSONDecoder().decode(EnvelopeContent.self, from: Data($0)) }
        } catch {
            throw CommandFailure("the code does not open this envelope, or the envelope was changed")
        }
        guard let key = EnvelopeSealing.bytes(hex: content.recordKey) else {
            throw CommandFailure("the envelope holds no key for its record")
        }
        let bytes = Secret(Array(try JSONEncoder().encode(record)))
        let sealed = try EnvelopeSealing.seal(record: bytes, id: id, key: Secret(key))
        return OpenedEnvelope(
            credential: Secret(content.credential),
            record: EnvelopeRecordFile(envelope: file.envelope.id, sealed: sealed),
        )
    }
}
