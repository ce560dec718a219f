/// What is known of a client: how it authenticates itself.
package struct RegisteredClient: Sendable {
    /// The one way that is accepted from it.
    package enum Method: Sendable {
        /// Tokens signed with a private key whose public half is here.
        case privateKeyJWT(KeySet)
        /// A secret of which only digests are kept, SHA-256 in hex; two while it is being changed.
        case secret(digests: [String])
    }

    package let id: String
    package let method: Method

    package init(id: String, method: Method) {
        self.id = id
        self.method = method
    }
}
