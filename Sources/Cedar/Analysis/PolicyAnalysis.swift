/// Finds policies that have no effect, by comparing scopes; conditions are only asked whether they can be true.
///
///     for finding in PolicyAnalysis(schema).findings(in: policies, entities) { print(finding) }
///
/// What it says is so; what it does not say may be so nevertheless.
public struct PolicyAnalysis: Sendable {
    private let validator: Validator
    private let cover: ScopeCover

    /// An analysis of policies for applications with this schema.
    public init(_ schema: Schema) {
        validator = Validator(schema, mode: .permissive)
        cover = ScopeCover(schema)
    }

    /// Everything that is found, policy by policy in the order of the set; links come last.
    ///
    /// Without `entities` nothing is said of entities that do not exist.
    public func findings(in policies: PolicySet, _ entities: Entities? = nil) -> [PolicyFinding] {
        let subjects = subjects(in: policies)
        var findings: [PolicyID: [PolicyFinding]] = [:]
        for subject in subjects where neverApplies(subject) {
            let message = "this applies to no request that the schema allows"
            findings[subject.id, default: []].append(PolicyFinding(.neverApplies, subject.id, message))
        }
        addDuplicates(subjects, to: &findings)
        addCovered(subjects, to: &findings)
        if let entities { addMissing(subjects, entities, to: &findings) }
        return subjects.flatMap { findings[$0.id] ?? [] }
    }

    /// A policy or link, its slots filled.
    private struct Subject {
        let id: PolicyID
        let policy: Policy
        /// Whether the template, or the policy itself, can apply at all.
        let canApply: Bool
    }

    private func subjects(in policies: PolicySet) -> [Subject] {
        var subjects = policies.policies.map { Subject(id: $0.id, policy: $0.policy, canApply: canApply($0.policy)) }
        var templates: [PolicyID: (policy: Policy, canApply: Bool)] = [:]
        for item in policies.templates { templates[item.id] = (item.policy, canApply(item.policy)) }
        for link in policies.links {
            guard let (template, canApply) = templates[link.template] else { continue }
            let policy = Policy(
                effect: template.effect,
                principal: template.principal.filled(with: link.values[.principal]),
                action: template.action,
                resource: template.resource.filled(with: link.values[.resource]),
                conditions: template.conditions,
            )
            subjects.append(Subject(id: link.id, policy: policy, canApply: canApply))
        }
        return subjects
    }

    private func canApply(_ policy: Policy) -> Bool {
        let codes = Set(validator.issues(of: policy).map(\.code))
        return codes.isDisjoint(with: [.impossiblePolicy, .inapplicableScope])
    }

    private func neverApplies(_ subject: Subject) -> Bool {
        !subject.canApply || !ScopeCheck(validator.schema).applies(subject.policy)
    }
}

// MARK: - Comparisons

extension PolicyAnalysis {
    /// What a policy does, without its annotations.
    private struct Deed: Hashable {
        let effect: Effect
        let principal: ScopeConstraint
        let action: ActionConstraint
        let resource: ScopeConstraint
        let conditions: [Condition]

        init(_ policy: Policy) {
            effect = policy.effect
            principal = policy.principal
            action = policy.action
            resource = policy.resource
            conditions = policy.conditions
        }
    }

    private func addDuplicates(_ subjects: [Subject], to findings: inout [PolicyID: [PolicyFinding]]) {
        var first: [Deed: PolicyID] = [:]
        for subject in subjects {
            let deed = Deed(subject.policy)
            guard let other = first[deed] else {
                first[deed] = subject.id
                continue
            }
            let message = "this says the same as `\(other)`; remove one"
            findings[subject.id, default: []].append(PolicyFinding(.duplicate, subject.id, by: other, message))
        }
    }

    /// What the scopes of a policy name.
    ///
    /// One scope covers another only when it names the same or nothing, so that few policies need be compared.
    private struct Named: Hashable {
        let principal: EntityReference?
        let resource: EntityReference?
    }

    /// The first policy without condition that covers another decides: a forbid hides a permit, one of the same effect
    /// makes it superfluous.
    private func addCovered(_ subjects: [Subject], to findings: inout [PolicyID: [PolicyFinding]]) {
        var wide: [Named: [Int]] = [:]
        for (index, subject) in subjects.enumerated() where subject.policy.conditions.isEmpty {
            let policy = subject.policy
            let named = Named(principal: policy.principal.reference, resource: policy.resource.reference)
            wide[named, default: []].append(index)
        }
        for (index, subject) in subjects.enumerated() where findings[subject.id] == nil {
            let (principal, resource) = (subject.policy.principal.reference, subject.policy.resource.reference)
            let keys: Set<Named> = [
                Named(principal: principal, resource: resource), Named(principal: principal, resource: nil),
                Named(principal: nil, resource: resource), Named(principal: nil, resource: nil),
            ]
            let covering = keys.flatMap { wide[$0] ?? [] }.sorted().lazy
                .filter { $0 != index && cover.covers(subjects[$0].policy, subject.policy) }.map { subjects[$0] }
            if subject.policy.effect == .permit, let forbid = covering.first(where: { $0.policy.effect == .forbid }) {
                let message = "`\(forbid.id)` forbids everything that this permits"
                findings[subject.id] = [PolicyFinding(.shadowed, subject.id, by: forbid.id, message)]
            } else if let same = covering.first(where: { $0.policy.effect == subject.policy.effect }) {
                let message = "`\(same.id)` applies wherever this does, without condition"
                findings[subject.id] = [PolicyFinding(.redundant, subject.id, by: same.id, message)]
            }
        }
    }

    private func addMissing(
        _ subjects: [Subject],
        _ entities: Entities,
        to findings: inout [PolicyID: [PolicyFinding]],
    ) {
        let schema = validator.schema
        for subject in subjects {
            let references = [("principal", subject.policy.principal), ("resource", subject.policy.resource)]
            for (what, constraint) in references {
                guard case .entity(let uid)? = constraint.reference, entities[uid] == nil else { continue }
                if schema.entityTypes[uid.type]?.enumeration?.contains(uid.id) == true { continue }
                let message = "the \(what) `\(uid)` that this names does not exist"
                findings[subject.id, default: []].append(PolicyFinding(.missingEntity, subject.id, message))
            }
        }
    }
}
