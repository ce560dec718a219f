/// Emergency access of one person through one identity, for one time box.
package struct BreakGlass: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "bgl"

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case open
        /// Over; it waits for its review, and until then neither the identity nor the person can break the glass again.
        case closed
        case reviewed
    }

    package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        case justified, unjustified
    }

    package var id: ID<BreakGlass>
    package var identity: ID<Identity>
    package var identityName: String
    package var person: ID<User>
    package var personEmail: String
    package var action: ActionClass
    package var resource: ResourcePath
    package var reason: String
    package var ticket: String
    /// How what is done is undone.
    package var rollback: String
    package var opened: Instant
    /// When it closes by itself; it is never moved.
    package var ends: Instant
    package var closed: Instant?
    /// The request by which it was opened; nil when it was used without the server.
    package var request: ID<ChangeRequest>?
    /// The grant that exists for it alone; nil when it was used without the server.
    package var grant: ID<Grant>?
    /// The envelope that was used, without the server.
    package var envelope: ID<Envelope>?
    package var reviewedBy: String?
    package var reviewed: Instant?
    package var verdict: Verdict?
    package var review: String?

    package init(
        id: ID<BreakGlass>,
        identity: Identity,
        person: User,
        action: ActionClass,
        resource: ResourcePath,
        reason: String,
        ticket: String,
        rollback: String,
        opened: Instant,
        ends: Instant,
    ) {
        self.id = id
        self.identity = identity.id
        identityName = identity.name
        self.person = person.id
        personEmail = person.email
        self.action = action
        self.resource = resource
        self.reason = reason
        self.ticket = ticket
        self.rollback = rollback
        self.opened = opened
        self.ends = ends
    }

    package var state: State { reviewed != nil ? .reviewed : closed != nil ? .closed : .open }

    /// The task that its tokens carry: what bears it was done under it.
    package var task: String { id.text }

    /// The break-glass that a task stands for; nil for any other task.
    package static func id(of task: String?) -> ID<BreakGlass>? { task.flatMap { ID($0) } }
}
