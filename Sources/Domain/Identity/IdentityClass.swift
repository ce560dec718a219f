/// How much harm an identity can do, computed from operations and scopes, never from a name.
package enum IdentityClass: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case readOnly, changeCapable, privileged

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    /// The longest life of a token, by class.
    package var longestTokenLife: Duration {
        switch self {
        case .readOnly: .hours(1)
        case .changeCapable: .minutes(15)
        case .privileged: .minutes(5)
        }
    }

    /// The longest time from one renewal to the next, by class.
    package var renewalPeriod: Duration {
        switch self {
        case .readOnly: .days(365)
        case .changeCapable: .days(180)
        case .privileged: .days(90)
        }
    }

    /// How long after its renewal date an identity is suspended when nobody renewed it.
    package var renewalGrace: Duration {
        switch self {
        case .readOnly: .days(14)
        case .changeCapable: .days(7)
        case .privileged: .zero
        }
    }

    /// How long after its owner is gone an identity may go on: until the backup is asked again and others hear of it, and
    /// until it is suspended.
    package var handover: (escalation: Duration, suspension: Duration) {
        switch self {
        case .readOnly: (.days(14), .days(30))
        case .changeCapable: (.days(7), .days(14))
        case .privileged: (.days(1), .days(3))
        }
    }

    private var rank: Int {
        switch self {
        case .readOnly: 0
        case .changeCapable: 1
        case .privileged: 2
        }
    }
}

extension Identity.Kind {
    /// The class below which nothing of this kind is: what decides in the place of people gives access.
    package var leastClass: IdentityClass { self == .approvalBot ? .privileged : .readOnly }
}

extension Classification {
    /// What a change of class brings with it, for people; nil when it stays the same or there was none.
    package func words(after old: Classification?) -> String? {
        guard let old, old.identityClass != identityClass else { return nil }
        let minutes = identityClass.longestTokenLife.components.seconds / 60
        let days = identityClass.renewalPeriod.components.seconds / 86_400
        return "class changes from \(old.identityClass.rawValue) to \(identityClass.rawValue): "
            + "tokens live \(minutes) minutes at most, renewed every \(days) days"
    }
}

/// A class and the words that say where it comes from.
package struct Classification: Sendable, Hashable, Codable {
    package var identityClass: IdentityClass
    /// The steps and rules that decided, strongest first; at most ten.
    package var reasons: [String]

    package init(_ identityClass: IdentityClass, reasons: [String]) {
        self.identityClass = identityClass
        self.reasons = reasons
    }

    /// The class of a whole workflow: that of its strongest step.
    ///
    /// A step of unknown effect counts as change-capable; one that changes a database, a cloud, a pipeline, a directory or
    /// a secret store as privileged.
    package init(of steps: [Step]) {
        let live = steps.filter { !$0.disabled }
        let strongest = live.map(\.effect.weight).max() ?? .readOnly
        let deciding = live.filter { $0.effect.weight == strongest }
        identityClass = strongest
        reasons = deciding.prefix(10).map { step in
            "step `\(step.name)`: \(step.effect.reason)" + (step.effect.rule.map { " [\($0)]" } ?? "")
                + step.effect.elevation
        }
    }
}

extension StepEffect {
    /// Why it weighs more than its class, for people; empty when it does not.
    var elevation: String {
        guard let reach, weight != (identityClass ?? .changeCapable) else { return "" }
        return ", and what changes \(reach.words) is held like an elevated account"
    }
}
