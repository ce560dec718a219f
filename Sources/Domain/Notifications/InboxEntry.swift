/// Something a person is told, in their inbox.
package struct InboxEntry: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "ntc"

    package var id: ID<InboxEntry>
    package var user: ID<User>
    package var at: Instant
    /// The kind of event it tells of.
    package var kind: Event.Kind
    package var subject: Event.Subject?
    /// One or two sentences; never a secret.
    package var text: String
    /// nil while unread.
    package var read: Instant?

    package init(
        id: ID<InboxEntry>,
        user: ID<User>,
        at: Instant,
        kind: Event.Kind,
        subject: Event.Subject?,
        text: String,
        read: Instant? = nil,
    ) {
        self.id = id
        self.user = user
        self.at = at
        self.kind = kind
        self.subject = subject
        self.text = text
        self.read = read
    }
}
