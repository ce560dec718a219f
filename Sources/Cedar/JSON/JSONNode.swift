/// A JSON value and where it begins.
public struct JSONNode: Sendable, Hashable {
    /// What it is.
    public let kind: Kind

    /// Offset of its first byte.
    public let offset: Int

    /// A node at `offset`.
    public init(_ kind: Kind, offset: Int = 0) {
        self.kind = kind
        self.offset = offset
    }

    /// The kinds of JSON values.
    ///
    /// Numbers are integers of 64 bits only.
    public indirect enum Kind: Sendable, Hashable {
        /// `null`.
        case null
        /// `true` or `false`.
        case bool(Bool)
        /// An integer.
        case integer(Int64)
        /// A string.
        case string(Text)
        /// An array.
        case array([JSONNode])
        /// An object; keys are unique and in the order of the text.
        case object([Member])
    }

    /// One key and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: Text

        /// The value.
        public let value: JSONNode

        /// A member of an object.
        public init(_ key: Text, _ value: JSONNode) {
            self.key = key
            self.value = value
        }
    }

    /// The member `key` of an object, or nil.
    public subscript(key: Text) -> JSONNode? {
        guard case .object(let members) = kind else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The string, or nil when it is none.
    public var string: Text? {
        guard case .string(let text) = kind else { return nil }
        return text
    }

    /// The elements, or nil when it is no array.
    public var array: [JSONNode]? {
        guard case .array(let elements) = kind else { return nil }
        return elements
    }

    /// The members, or nil when it is no object.
    public var members: [Member]? {
        guard case .object(let members) = kind else { return nil }
        return members
    }

    /// What it is, for messages.
    public var kindName: String {
        switch kind {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
