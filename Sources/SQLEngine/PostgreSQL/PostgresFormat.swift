import CLibPQ

/// PostgreSQL's binary format of values, in which they are sent and received.
///
/// Type numbers are those of `pg_type.dat` in PostgreSQL's sources; they never change.
enum PostgresFormat {
    /// The parameters of one statement, laid out for libpq.
    struct Parameters {
        private var bytes: [UInt8] = []
        private var ranges: [Range<Int>?] = []

        init(_ parameters: [Query.Parameter]) {
            ranges.reserveCapacity(parameters.count)
            for parameter in parameters {
                let start = bytes.count
                if encode(parameter.datum) { ranges.append(start..<bytes.count) } else { ranges.append(nil) }
            }
        }

        /// Calls `body` with the count, the values, their lengths and their formats (all binary).
        func withPointers<T>(
            _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T,
        ) rethrows -> T {
            // One byte more, so that there is an address for an empty value: libpq reads nil as NULL.
            try (bytes + [0]).withUnsafeBytes { buffer in
                let values = ranges.map { range in
                    range.flatMap {
                        buffer.baseAddress?.advanced(by: $0.lowerBound).assumingMemoryBound(to: CChar.self)
                    }
                }
                let lengths = ranges.map { Int32($0?.count ?? 0) }
                return try body(Int32(ranges.count), values, lengths, [Int32](repeating: 1, count: ranges.count))
            }
        }

        /// Appends the value; false when it is NULL.
        private mutating func encode(_ datum: SQLDatum) -> Bool {
            switch datum {
            case .null: return false
            case .integer(let value): append(UInt64(bitPattern: value))
            case .real(let value): append(value.bitPattern)
            case .text(let value): bytes.append(contentsOf: value.utf8)
            case .bytes(let value): bytes.append(contentsOf: value)
            case .bool(let value): bytes.append(value ? 1 : 0)
            }
            return true
        }

        private mutating func append(_ value: UInt64) {
            withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }

    static func typeNumber(of type: SQLType) -> UInt32 {
        switch type {
        case .bool: 16
        case .bytes: 17
        case .integer: 20
        case .text: 25
        case .real: 701
        }
    }

    /// Reads one value; nil when this type is not known here.
    static func decode(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> SQLDatum? {
        switch type {
        case 16: .bool(bytes.first == 1)
        case 17: .bytes([UInt8](bytes))
        case 20: integer(bytes, Int64.self).map { .integer($0) }
        case 21: integer(bytes, Int16.self).map { .integer(Int64($0)) }
        case 23: integer(bytes, Int32.self).map { .integer(Int64($0)) }
        // oid, xid, cid
        case 26, 28, 29: integer(bytes, UInt32.self).map { .integer(Int64($0)) }
        // "char", name, text, json, unknown, bpchar, varchar, xml
        case 18, 19, 25, 114, 705, 1042, 1043, 142: .text(String(decoding: bytes, as: UTF8.self))
        case 700: integer(bytes, UInt32.self).map { .real(Double(Float(bitPattern: $0))) }
        case 701: integer(bytes, UInt64.self).map { .real(Double(bitPattern: $0)) }
        // timestamp and timestamptz: microseconds since 2000
        case 1114, 1184: integer(bytes, Int64.self).map { .integer($0.addingReportingOverflow(epoch).partialValue) }
        case 1700: PostgresNumeric.decode(bytes)
        case 2950: .text(uuid(bytes))
        // jsonb: a version byte and the text
        case 3802: .text(String(decoding: bytes.dropFirst(), as: UTF8.self))
        // void
        case 2278: .null
        default: nil
        }
    }

    /// 2000-01-01 in microseconds since 1970.
    private static let epoch: Int64 = 946_684_800_000_000

    private static func integer<I: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _: I.Type) -> I? {
        bytes.count == MemoryLayout<I>.size ? I(bigEndian: bytes.loadUnaligned(as: I.self)) : nil
    }

    private static func uuid(_ bytes: UnsafeRawBufferPointer) -> String {
        let digits = Array("0123456789abcdef")
        var text = ""
        for (position, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(position) { text += "-" }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}
