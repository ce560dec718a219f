package import Cedar

/// The policies that come with the program, parsed once.
package enum ShippedPolicies {
    package static let schema: Schema = {
        do throws(SchemaErrors) {
            return try Schema(parsing: PolicySchema.text)
        } catch {
            preconditionFailure("the shipped schema is wrong: \(error)")
        }
    }()

    /// Guardrails and grant templates, without any grant.
    package static let access = set(GuardrailPolicies.text, GrantTemplates.text)

    package static let governance = set(GovernancePolicies.text)

    /// Which approvals requests need and who may give them.
    package static let routing = set(ApprovalPolicies.text)

    /// Ids of guardrails that hold at every level of enforcement.
    static let binding: Set<String> = Set(
        access.policies.filter { $0.policy.annotation("binding") != nil }.map(\.id.text.string)
    )

    /// All of it as text, for people.
    package static let text = [
        GuardrailPolicies.text, GrantTemplates.text, GovernancePolicies.text, ApprovalPolicies.text,
    ]
    .joined(separator: "\n\n")

    /// A set whose policies are named by their `@id`.
    private static func set(_ texts: String...) -> PolicySet {
        var set = PolicySet()
        do {
            for text in texts {
                let source = SourceText(text)
                for policy in try Parser.policies(in: source) {
                    guard let id = policy.annotation("id") else { preconditionFailure("a shipped policy has no id") }
                    try set.add(policy, id: PolicyID(id), source: source)
                }
            }
        } catch {
            preconditionFailure("the shipped policies are wrong: \(error)")
        }
        return set
    }
}
