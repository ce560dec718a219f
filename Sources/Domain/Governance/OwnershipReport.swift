/// What became of each identity of an order.
package struct OwnershipReport: Sendable, Hashable, Codable {
    package struct Refused: Sendable, Hashable, Codable {
        package var identity: ID<Identity>
        package var name: String
        package var why: String

        package init(identity: ID<Identity>, name: String, why: String) {
            self.identity = identity
            self.name = name
            self.why = why
        }
    }

    /// Those that have the owner now.
    package var assigned: [ID<Identity>] = []
    /// Requests that others have to approve, for identities that are in use.
    package var asked: [ID<ChangeRequest>] = []
    package var refused: [Refused] = []

    package init() {}
}
