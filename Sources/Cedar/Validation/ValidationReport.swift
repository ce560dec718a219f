/// What the validator has to say about a policy set.
public struct ValidationReport: Sendable, Hashable {
    /// What is wrong, by policy, template or link; in the order of the set, and within a policy in that of its text.
    public let findings: [Finding]

    /// Whether no policy has an error; warnings do not count.
    public var isValid: Bool { !findings.contains(where: \.issue.isError) }

    /// What makes a policy invalid.
    public var errors: [Finding] { findings.filter(\.issue.isError) }

    /// What is legal but perhaps not meant.
    public var warnings: [Finding] { findings.filter { !$0.issue.isError } }

    /// What is said of one policy.
    public func issues(of policy: PolicyID) -> [ValidationIssue] {
        findings.filter { $0.policy == policy }.map(\.issue)
    }

    /// One issue of one policy.
    public struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// The policy, template or link.
        public let policy: PolicyID

        /// What is wrong with it.
        public let issue: ValidationIssue

        /// Line and column where it stands; nil for policies that were read from JSON or built by hand.
        public let position: SourcePosition?

        /// The id, the place and the message.
        public var description: String {
            "\(policy)\(position.map { " at \($0)" } ?? ""): \(issue.message)"
        }
    }
}

extension Validator {
    /// Checks all policies, templates and links of a set.
    public func validate(_ policies: PolicySet) -> ValidationReport {
        var findings: [ValidationReport.Finding] = []
        for item in policies.policies + policies.templates {
            for issue in issues(of: item.policy) {
                findings.append(finding(item.id, issue, policies.source(of: item.id)))
            }
        }
        for link in policies.links {
            guard let template = policies[link.template] else { continue }
            for issue in issues(of: link, template: template) { findings.append(finding(link.id, issue, nil)) }
        }
        return ValidationReport(findings: findings)
    }

    /// What is wrong with the entities that a link fills into the slots of its template.
    ///
    /// What is wrong with the template itself is not repeated.
    public func issues(of link: TemplateLink, template: Policy) -> [ValidationIssue] {
        var issues: [ValidationIssue] = []
        for (slot, entity) in link.values.sorted(by: { $0.key < $1.key }) {
            if !entity.type.isAction, schema.entityTypes[entity.type] == nil {
                let message = "\(slot.rawValue) is `\(entity)`, but its type is not declared"
                issues.append(ValidationIssue(code: .unknownEntityType, message: message, range: .none))
            } else if let ids = schema.entityTypes[entity.type]?.enumeration, !ids.contains(entity.id) {
                let message = "\(slot.rawValue) is `\(entity)`, which is not declared"
                issues.append(ValidationIssue(code: .unknownEnumeratedID, message: message, range: .none))
            }
        }
        let principal = template.principal.filled(with: link.values[.principal])
        let resource = template.resource.filled(with: link.values[.resource])
        if !ScopeCheck(schema).applies(principal, template.action, resource) { issues.append(ScopeCheck.issue(.none)) }
        return issues
    }

    private func finding(
        _ policy: PolicyID,
        _ issue: ValidationIssue,
        _ source: SourceText?,
    ) -> ValidationReport.Finding {
        let position = issue.range == .none ? nil : source?.position(of: issue.range.lower)
        return ValidationReport.Finding(policy: policy, issue: issue, position: position)
    }
}

extension ScopeConstraint {
    /// The constraint with `entity` in place of the slot.
    func filled(with entity: EntityUID?) -> ScopeConstraint {
        guard reference == .slot, let entity else { return self }
        switch self {
        case .equal: return .equal(.entity(entity))
        case .memberOf: return .memberOf(.entity(entity))
        case .isTypeIn(let type, _): return .isTypeIn(type, .entity(entity))
        case .any, .isType: return self
        }
    }
}
