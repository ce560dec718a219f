import Domain
import NIOCore

/// A system's own credential, as a header field of the forwarded request.
struct InjectedCredential {
    private let injection: Domain.System.Injection
    private let secret: Secret?

    /// What makes a credential unusable.
    enum Fault: Error {
        case missing
        /// It is empty or holds bytes that a header cannot carry.
        case unusable
    }

    init(_ injection: Domain.System.Injection, secret: Secret?) throws(Fault) {
        self.injection = injection
        self.secret = secret
        if injection == .none { return }
        guard let secret else { throw .missing }
        let carriesAnything = injection == .basic
        let usable = secret.withBytes { bytes in
            !bytes.isEmpty && (carriesAnything || bytes.allSatisfy(ByteClass.isFieldContent))
        }
        guard usable else { throw .unusable }
        if case .header(let name) = injection {
            guard !name.isEmpty, name.utf8.allSatisfy(ByteClass.isToken) else { throw .unusable }
        }
    }

    /// The lower-cased name of the field that the caller may not send, when that is not `authorization`.
    var replacedField: [UInt8]? {
        guard case .header(let name) = injection else { return nil }
        return name.utf8.map(ByteClass.lowercased)
    }

    func write(to buffer: inout ByteBuffer) {
        guard let secret else { return }
        switch injection {
        case .none: return
        case .bearer: buffer.writeStaticString("Authorization: Bearer ")
        case .basic: buffer.writeStaticString("Authorization: Basic ")
        case .header(let name):
            buffer.writeString(name)
            buffer.writeStaticString(": ")
        }
        secret.withBytes { bytes in
            if injection == .basic { buffer.writeBase64(bytes) } else { buffer.writeBytes(bytes) }
        }
        buffer.writeStaticString("\r\n")
    }
}

extension ByteBuffer {
    /// Adds bytes in base 64 with padding.
    ///
    /// Source: RFC 4648, section 4.
    fileprivate mutating func writeBase64(_ bytes: [UInt8]) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
                writeInteger(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
    }
}
