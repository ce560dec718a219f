import Domain

/// A word in a coloured pill; the colour only repeats what the word says.
struct Badge: Sendable {
    /// A class of the stylesheet: `critical`, `high`, `medium`, `low`, `good` or `plain`.
    var tone: String
    var text: String

    init(_ text: String, tone: String) {
        self.text = text
        self.tone = tone
    }

    init(_ state: LifecycleState) {
        self.init(Words.of(state), tone: Tone.of(state))
    }

    init(_ identityClass: IdentityClass) {
        self.init(Words.of(identityClass), tone: Tone.of(identityClass))
    }

    init(_ severity: Finding.Severity) {
        self.init(severity.rawValue, tone: Tone.of(severity))
    }

    init(_ verdict: AccessDecision.Verdict) {
        switch verdict {
        case .allow: self.init("allowed", tone: "good")
        case .deny: self.init("denied", tone: "critical")
        case .noPermit: self.init("no permit", tone: "high")
        }
    }

    init(_ action: ActionClass) {
        switch action {
        case .read: self.init("read", tone: "low")
        case .write: self.init("write", tone: "medium")
        case .admin: self.init("admin", tone: "critical")
        }
    }

    init(_ level: Identity.Level) {
        switch level {
        case .observe: self.init("only observed", tone: "medium")
        case .warn: self.init("warned", tone: "medium")
        case .enforce: self.init("enforced", tone: "plain")
        }
    }
}

/// The stylesheet's class for each value that has a colour.
enum Tone {
    static func of(_ severity: Finding.Severity) -> String {
        severity == .info ? "info" : severity.rawValue
    }

    static func of(_ state: LifecycleState) -> String {
        switch state {
        case .discovered: "medium"
        case .proposed: "low"
        case .active: "good"
        case .suspended, .quarantined: "critical"
        case .retired: "info"
        }
    }

    static func of(_ identityClass: IdentityClass) -> String {
        switch identityClass {
        case .readOnly: "low"
        case .changeCapable: "medium"
        case .privileged: "critical"
        }
    }
}
