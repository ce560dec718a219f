package import Domain

/// Reads an estate from a running system over its own interface, and changes nothing there.
///
/// INVARIANT: an estate is returned only when all of it was read; whatever is left out of a partial one would look as if
/// it had vanished.
package protocol LiveSource: Sendable {
    /// Name of the format, as it stands in `SourceDescription.format`.
    static var format: String { get }

    /// URL schemes of its addresses, in lower case. Where several formats share one (`https`), the format is to be named.
    static var schemes: [String] { get }

    /// What has to be in the environment or the secret file, for people to read: "N8N_API_KEY: a key of the public API".
    static var secretNames: [String] { get }

    /// Takes the address apart; contacts nobody yet.
    ///
    /// - Throws: `.address` and `.secret`, with the remedy.
    init(_ address: LiveAddress, secrets: LiveSecrets) throws(LiveFailure)

    /// Reads everything.
    ///
    /// `source.root` is `options.name` or, without one, a stable name of the place: its address without user and
    /// secret, an account number; `source.kind` is `.live`. `options.environment` and `options.environments` hold.
    func estate(
        options: ImportOptions,
        progress: (@Sendable (LiveProgress) -> Void)?,
    ) async throws(LiveFailure) -> Estate
}

/// How far the reading of a live source has come.
package struct LiveProgress: Sendable, Hashable {
    package var done: Int
    /// nil while the source has not said how much there is.
    package var total: Int?

    package init(done: Int, total: Int? = nil) {
        self.done = done
        self.total = total
    }
}
