/// The type and id of an entity, as in `User::"alice"`.
///
/// Copies share one allocation and a hash that is computed once, so that looking one up costs little.
public struct EntityUID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let storage: Storage

    /// The entity `id` of `type`.
    public init(_ type: Name, _ id: Text) {
        storage = Storage(type: type, id: id)
    }

    /// The entity type.
    public var type: Name { storage.type }

    /// The id, unescaped.
    public var id: Text { storage.id }

    /// The entity as it is written in a policy.
    public var description: String { "\(type)::\"\(id.escaped)\"" }

    /// Equality of type and id, by scalars.
    public static func == (left: EntityUID, right: EntityUID) -> Bool {
        if left.storage === right.storage { return true }
        guard left.storage.digest == right.storage.digest else { return false }
        return left.id == right.id && left.type == right.type
    }

    /// Whether both are copies of one; others may be equal too.
    package func isIdentical(to other: EntityUID) -> Bool { storage === other.storage }

    /// Feeds the hash that was computed when this was made.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(storage.digest)
    }

    /// By type, then by id.
    public static func < (left: EntityUID, right: EntityUID) -> Bool {
        left.type == right.type ? left.id < right.id : left.type < right.type
    }

    private final class Storage: Sendable {
        let type: Name
        let id: Text
        let digest: Int

        init(type: Name, id: Text) {
            self.type = type
            self.id = id
            var hasher = Hasher()
            hasher.combine(type)
            hasher.combine(id)
            digest = hasher.finalize()
        }
    }
}
