/// The rules for identifiers and names.
///
/// Source: the Cedar reference, "Syntax grammar": `IDENT ::= ['_''a'-'z''A'-'Z']['_''a'-'z''A'-'Z''0'-'9']*` without
/// reserved words.
package enum Identifier {
    /// Words that cannot name a type, an attribute after a dot, a record key or a variable.
    package static let reserved: Set<Text> = ["true", "false", "if", "then", "else", "in", "is", "like", "has"]

    /// The part of a name that Cedar keeps for itself.
    package static let kept: Text = "__cedar"

    /// Whether `byte` can begin an identifier.
    package static func begins(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Whether `byte` can stand inside an identifier.
    package static func continues(_ byte: UInt8) -> Bool {
        begins(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether `bytes` are an identifier, reserved or not.
    package static func isShaped(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first, begins(first) else { return false }
        return bytes.dropFirst().allSatisfy(continues)
    }

    /// Whether `text` is an identifier that a policy may use unquoted.
    package static func isValid(_ text: Text) -> Bool {
        isShaped(Array(text.string.utf8)) && !reserved.contains(text) && text != kept
    }

    /// Whether `bytes` are identifiers joined by `::`, none of them reserved.
    package static func areValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while true {
            let part = rest.prefix(while: continues)
            guard isValid(Text(utf8: part)) else { return false }
            rest = rest.dropFirst(part.count)
            if rest.isEmpty { return true }
            guard rest.starts(with: [UInt8(ascii: ":"), UInt8(ascii: ":")]) else { return false }
            rest = rest.dropFirst(2)
        }
    }
}
