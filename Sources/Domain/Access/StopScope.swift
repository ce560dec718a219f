/// What is stopped together.
package enum StopScope: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everything that a vendor runs.
    case vendor
    /// Everything that a person answers for.
    case owner
    /// Everything in an environment.
    case environment
    /// Everything that uses a credential; its name or its key.
    case credential
    /// Every workflow with a step of a connector.
    case connector
    /// Everything of a source; its root or its id.
    case source
}
