/// One value of a JSON text: where it stands and where the next one begins.
struct JSONNode {
    enum Kind: UInt8 {
        case null, bool, number, string, array, object
    }

    /// Offset of the first byte; for a string the byte after the opening quote.
    var start: UInt32
    /// Offset after the last byte; for a string that of the closing quote.
    var end: UInt32
    /// Index of the node after this value and all it holds.
    var next: UInt32
    var kind: Kind
    /// Whether a string holds a backslash.
    var isEscaped = false
}
