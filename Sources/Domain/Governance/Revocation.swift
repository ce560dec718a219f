/// That access ends or a secret is exchanged: steps, each with who confirmed it, when, and by what.
///
/// Penstock does its own steps in the transaction that opens it. What is left in other systems is confirmed by the next
/// import that shows it done, or by a person who says how they know.
package struct Revocation: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "rev"

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nothing of the identity is left anywhere.
        case offboarding
        /// Its secrets are others than before.
        case rotation
    }

    package struct Step: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case grantsEnded, leasesRevoked, clientsRevoked, nodesConfirmed
            /// It is off in its source, or not there any more.
            case sourceOff
            /// The credential is not in its source any more.
            case credentialRemoved
            /// The credential is another, or another is used in its place.
            case credentialChanged
        }

        package var kind: Kind
        /// Key of the credential within the identity's source; nil for steps that are about none.
        package var credential: String?
        /// For people: what it is about.
        package var name: String
        /// The credential's mark when the step was opened; nil when its source tells nothing to compare.
        package var before: String?
        package var done: Instant?
        package var by: String?
        package var evidence: String?

        package init(
            _ kind: Kind,
            credential: String? = nil,
            name: String,
            before: String? = nil,
        ) {
            self.kind = kind
            self.credential = credential
            self.name = name
            self.before = before
        }

        /// This step, done.
        package func done(_ evidence: String, by: String, at now: Instant) -> Step {
            var step = self
            (step.done, step.by, step.evidence) = (now, by, evidence)
            return step
        }
    }

    package var id: ID<Revocation>
    package var identity: ID<Identity>
    package var kind: Kind
    package var reason: String
    package var opened: Instant
    package var openedBy: String
    /// When every step is to be done.
    package var due: Instant
    package var steps: [Step]
    package var closed: Instant?

    package init(
        id: ID<Revocation>,
        identity: ID<Identity>,
        kind: Kind,
        reason: String,
        opened: Instant,
        openedBy: String,
        due: Instant,
        steps: [Step],
    ) {
        self.id = id
        self.identity = identity
        self.kind = kind
        self.reason = reason
        self.opened = opened
        self.openedBy = openedBy
        self.due = due
        self.steps = steps
    }

    package var isDone: Bool { steps.allSatisfy { $0.done != nil } }

    /// What an import shows of an identity and its credentials.
    package struct Sight: Sendable {
        package var isOff: Bool
        /// Keys of the credentials that it uses.
        package var used: Set<String>
        /// Marks of the credentials that are in its source, by key.
        package var marks: [String: String]

        package init(isOff: Bool, used: Set<String>, marks: [String: String]) {
            self.isOff = isOff
            self.used = used
            self.marks = marks
        }
    }

    /// Confirms the open steps that `sight` shows done.
    ///
    /// - Returns: Whether a step was confirmed.
    package mutating func confirm(_ sight: Sight, at now: Instant) -> Bool {
        var changed = false
        for (place, step) in steps.enumerated() where step.done == nil {
            guard let evidence = Self.evidence(of: step, in: sight) else { continue }
            steps[place] = step.done(evidence, by: Event.Actor.penstock.name, at: now)
            changed = true
        }
        return changed
    }

    private static func evidence(of step: Step, in sight: Sight) -> String? {
        guard let credential = step.credential else {
            return step.kind == .sourceOff && sight.isOff ? "the import shows it off or gone" : nil
        }
        let mark = sight.marks[credential]
        switch step.kind {
        case .credentialRemoved: return mark == nil ? "the import does not show it any more" : nil
        case .credentialChanged:
            if !sight.used.contains(credential) { return "the import shows another in its place, or none" }
            guard let mark, let before = step.before, mark != before else { return nil }
            return "the import shows another value or date of rotation"
        case .grantsEnded, .leasesRevoked, .clientsRevoked, .nodesConfirmed, .sourceOff: return nil
        }
    }
}

extension Credential {
    /// What tells one value of it from the next; nil when its source tells neither value nor date.
    package var mark: String? {
        let parts = [fingerprint?.hex, lastRotated?.text, createdAt?.text].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension IdentityClass {
    /// How long what is to be revoked or exchanged may take.
    package var revocation: Duration {
        switch self {
        case .readOnly: .days(30)
        case .changeCapable: .days(14)
        case .privileged: .days(3)
        }
    }
}
