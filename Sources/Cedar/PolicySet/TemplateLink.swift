/// A template with its slots filled: what takes part in decisions.
public struct TemplateLink: Hashable, Sendable {
    /// The template's id.
    public let template: PolicyID

    /// The link's own id, which appears among the reasons of a decision.
    public let id: PolicyID

    /// An entity for each slot of the template.
    public let values: [Slot: EntityUID]

    /// A link of `template` under the id `id`.
    public init(template: PolicyID, id: PolicyID, values: [Slot: EntityUID]) {
        self.template = template
        self.id = id
        self.values = values
    }
}
