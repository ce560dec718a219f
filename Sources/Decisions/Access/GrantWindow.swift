import Cedar
import Domain

/// The policies that apply during one stretch of time, with a link for each grant that is open then.
///
/// A grant's end is not a condition that a policy could forget: outside the stretch the links are made anew.
final class GrantWindow: Sendable {
    let policies: PolicySet
    private let from: Instant
    /// When the next grant begins or ends, or the next policy ends; nil when none does.
    let until: Instant?
    private let organisation: OrganisationPolicies

    typealias Instant = Domain.Instant

    /// No stretch at all, before every grant.
    static func never(_ organisation: OrganisationPolicies) -> GrantWindow {
        GrantWindow(ShippedPolicies.access, organisation, from: .distantPast, until: nil, isEmpty: true)
    }

    private let isEmpty: Bool

    private init(
        _ policies: PolicySet,
        _ organisation: OrganisationPolicies,
        from: Instant,
        until: Instant?,
        isEmpty: Bool = false,
    ) {
        self.policies = policies
        self.organisation = organisation
        self.from = from
        self.until = until
        self.isEmpty = isEmpty
    }

    private convenience init(
        _ policies: PolicySet,
        _ organisation: OrganisationPolicies,
        _ grants: some Collection<Grant>,
        at now: Instant,
    ) {
        var until = organisation.nextEnd(after: now)
        for grant in grants where grant.revoked == nil && grant.voided == nil {
            for boundary in [grant.begins, grant.ends] where boundary > now {
                until = min(until ?? boundary, boundary)
            }
        }
        self.init(policies, organisation, from: now, until: until)
    }

    func covers(_ now: Instant) -> Bool {
        if isEmpty || now < from { return false }
        guard let until else { return true }
        return now < until
    }

    /// The same at another time.
    func moved(to now: Instant, _ grants: some Collection<Grant>) -> GrantWindow {
        var policies = policies
        for grant in grants {
            switch (!isEmpty && grant.isOpen(at: from), grant.isOpen(at: now)) {
            case (false, true): Self.link(grant, in: &policies)
            case (true, false): Self.unlink(grant.id, in: &policies)
            case (true, true), (false, false): break
            }
        }
        for statement in organisation.statements {
            switch (!isEmpty && statement.applies(at: from), statement.applies(at: now)) {
            case (false, true): statement.add(to: &policies)
            case (true, false): try? policies.remove(statement.name)
            case (true, true), (false, false): break
            }
        }
        return GrantWindow(policies, organisation, grants, at: now)
    }

    /// The same after some grants changed or went; `grants` are all as they are by then.
    func replacing(
        _ changed: [(id: ID<Grant>, now: Grant?)],
        _ grants: some Collection<Grant>,
    ) -> GrantWindow {
        if isEmpty { return self }
        var policies = policies
        for change in changed {
            Self.unlink(change.id, in: &policies)
            if let grant = change.now, grant.isOpen(at: from) { Self.link(grant, in: &policies) }
        }
        return GrantWindow(policies, organisation, grants, at: from)
    }

    /// A set with the links of these grants and no guardrail, to explain what stands between them and a request.
    static func links(of grants: [Grant]) -> PolicySet {
        var policies = templates
        for grant in grants { link(grant, in: &policies) }
        return policies
    }

    private static let templates: PolicySet = {
        var set = PolicySet()
        for template in ShippedPolicies.access.templates {
            do throws(PolicySetError) {
                try set.add(template.policy, id: template.id, source: ShippedPolicies.access.source(of: template.id))
            } catch {
                preconditionFailure("the shipped templates are wrong: \(error)")
            }
        }
        return set
    }()

    private static func link(_ grant: Grant, in policies: inout PolicySet) {
        if let text = grant.conditionalPolicy {
            let source = SourceText(text)
            // A grant whose conditions cannot be read permits nothing.
            guard let policy = try? Parser.policies(in: source).first else { return }
            try? policies.add(policy, id: Vocabulary.link(grant.id), source: source)
            return
        }
        let link = TemplateLink(
            template: Vocabulary.template(grant.action),
            id: Vocabulary.link(grant.id),
            values: [.principal: Vocabulary.uid(grant.identity), .resource: Vocabulary.uid(grant.resource)],
        )
        // The only error left is a second grant of the same id: the first stays.
        try? policies.link(link)
    }

    private static func unlink(_ id: ID<Grant>, in policies: inout PolicySet) {
        // A grant that is not open has no link.
        try? policies.remove(Vocabulary.link(id))
    }
}
