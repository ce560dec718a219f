/// Named values, each name once.
///
/// Kept in the order of the names' UTF-8 bytes, so that a lookup needs no hashing and two records compare at once.
public struct Record: Hashable, Sendable, CustomStringConvertible {
    /// The fields in the order of their names.
    package let fields: ContiguousArray<Field>

    /// One name and its value.
    package struct Field: Hashable, Sendable {
        package let key: Text
        package let value: Value

        package init(key: Text, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// A record without fields.
    public init() {
        fields = []
    }

    /// A record of these fields.
    public init(_ fields: [Text: Value]) {
        self.fields = ContiguousArray(fields.map { Field(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key })
    }

    /// A record of fields that are sorted and unique already.
    package init(sorted fields: ContiguousArray<Field>) {
        self.fields = fields
    }

    /// The value under `key`, or nil.
    public subscript(key: Text) -> Value? {
        guard let index = index(of: key) else { return nil }
        return fields[index].value
    }

    /// The names in order.
    public var keys: [Text] { fields.map(\.key) }

    /// How many fields there are.
    public var count: Int { fields.count }

    /// Whether there are no fields.
    public var isEmpty: Bool { fields.isEmpty }

    /// Place of the field `key`; short records are searched one by one, long ones by halves.
    package func index(of key: Text) -> Int? {
        if fields.count <= 8 {
            for index in fields.indices where fields[index].key == key { return index }
            return nil
        }
        var low = 0
        var high = fields.count
        while low < high {
            let middle = (low + high) / 2
            if fields[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < fields.count && fields[low].key == key ? low : nil
    }

    /// The record as an expression of the Cedar language.
    public var description: String {
        "{" + fields.map { "\"\($0.key.escaped)\": \($0.value)" }.joined(separator: ", ") + "}"
    }
}
