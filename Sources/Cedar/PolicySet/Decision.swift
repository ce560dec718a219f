/// Whether a request is granted.
public enum Decision: String, Hashable, Sendable, CaseIterable {
    /// At least one policy permits it, and none forbids it.
    case allow
    /// No policy permits it, or one forbids it.
    case deny
}
