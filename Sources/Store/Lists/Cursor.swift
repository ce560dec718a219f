import SQLEngine

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The cursor of a list is not one that this list gave out.
package struct InvalidCursor: Error, Hashable, CustomStringConvertible {
    package var description: String { "the cursor does not belong to this list: begin again without a cursor" }
}

/// The place of a row in an order of rows: its key and its id.
///
/// Text form: base64url of order, kind of key, id and key, with unit separators between.
struct Cursor {
    enum Key: Hashable {
        enum Kind: String {
            case text = "t"
            case integer = "i"
        }

        case text(String)
        case integer(Int64)
    }

    let order: String
    let key: Key
    let id: String

    init(order: String, key: Key, id: String) {
        self.order = order
        self.key = key
        self.id = id
    }

    /// - Throws: `InvalidCursor` unless it is a cursor of this order with a key of this kind.
    init(_ text: String, of order: String, kind: Key.Kind) throws(InvalidCursor) {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard text.utf8.count <= 8_000, let bytes = Data(base64Encoded: padded),
            let whole = String(validating: bytes, as: UTF8.self)
        else { throw InvalidCursor() }
        let parts = whole.split(separator: separator, maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == order, parts[1] == kind.rawValue, !whole.utf8.contains(0) else {
            throw InvalidCursor()
        }
        self.order = order
        id = parts[2]
        switch kind {
        case .text: key = .text(parts[3])
        case .integer:
            guard let integer = Int64(parts[3]) else { throw InvalidCursor() }
            key = .integer(integer)
        }
    }

    var text: String {
        let (kind, value): (Key.Kind, String) =
            switch key {
            case .text(let text): (.text, text)
            case .integer(let integer): (.integer, String(integer))
            }
        let whole = [order, kind.rawValue, id, value].joined(separator: String(separator))
        return Data(whole.utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension Cursor.Key {
    init(_ row: Row, _ column: String, kind: Kind) throws {
        switch kind {
        case .text: self = .text(try row.text(column))
        case .integer: self = .integer(try row.int64(column))
        }
    }
}

private let separator: Character = "\u{1F}"
