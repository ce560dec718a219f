/// What kind of thing an AWS action does, in the vendor's own classification.
enum AWSAccessLevel: UInt8, Sendable, Hashable, CaseIterable {
    case list, read, write, tagging, permissions

    /// The classification's own word.
    var word: String {
        switch self {
        case .list: "List"
        case .read: "Read"
        case .write: "Write"
        case .tagging: "Tagging"
        case .permissions: "Permissions management"
        }
    }
}
