/// Why a function of an extension type has no result.
public struct ExtensionFailure: Error, Hashable, Sendable {
    /// What is wrong, in the words of the reference implementation.
    public let message: String

    init(_ message: String) {
        self.message = message
    }
}
