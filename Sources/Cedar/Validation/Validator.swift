/// Checks policies against a schema, before any request is made.
///
/// A policy without errors cannot fail at evaluation but by integer overflow, missing entities and, in permissive mode,
/// refused arguments of extension functions; provided that requests and entities fit the schema too.
///
///     let validator = Validator(schema)
///     for issue in validator.issues(of: policy) { print(issue.message) }
///
/// Making one costs about as much as reading the schema; keep it for further policies.
///
/// Source: the Cedar reference, "Policy validation".
public struct Validator: Sendable {
    /// The schema that policies are checked against.
    public var schema: Schema { checked.schema }

    /// How much passes.
    public let mode: ValidationMode

    private let checked: CheckedSchema

    /// A validator for `schema`, strict unless told otherwise.
    public init(_ schema: Schema, mode: ValidationMode = .strict) {
        checked = CheckedSchema(schema)
        self.mode = mode
    }

    /// What is wrong with a static policy or template, in the order in which it stands; the same thing once, even when
    /// it is wrong in several request environments.
    public func issues(of policy: Policy) -> [ValidationIssue] {
        var builder = TermBuilder()
        let condition = builder.condition(of: policy)
        let references = builder.references
        var issues = references.issues(checked.schema) + references.warnings()
        if !ScopeCheck(checked.schema).applies(policy) {
            issues.append(ScopeCheck.issue(policy.ranges.statement))
        }
        issues += typeIssues(policy, condition, references.variables)
        var seen: Set<ValidationIssue> = []
        return issues.filter { seen.insert($0).inserted }
            .enumerated()
            .sorted { ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset) }
            .map(\.element)
    }

    private func typeIssues(
        _ policy: Policy,
        _ condition: Term,
        _ mentioned: Set<Variable>,
    ) -> [ValidationIssue] {
        var issues: Set<ValidationIssue> = []
        var ordered: [ValidationIssue] = []
        var mayApply = false
        EnvironmentSelection(checked.schema, policy, mentioned: mentioned).visit { environment in
            var checker = TypeChecker(checked, mode, environment)
            if case .neverApplies = checker.outcome(of: condition) {} else { mayApply = true }
            for issue in checker.issues where issues.insert(issue).inserted { ordered.append(issue) }
        }
        if !mayApply {
            let message = "this policy applies to no request that the schema allows"
            ordered.append(ValidationIssue(code: .impossiblePolicy, message: message, range: policy.ranges.statement))
        }
        return ordered
    }
}
