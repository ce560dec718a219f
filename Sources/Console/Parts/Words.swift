import Domain

/// What the console calls each value, in plain words.
enum Words {
    static func of(_ state: LifecycleState) -> String { state.rawValue }

    static func of(_ identityClass: IdentityClass) -> String {
        switch identityClass {
        case .readOnly: "read only"
        case .changeCapable: "change-capable"
        case .privileged: "privileged"
        }
    }

    static func of(_ kind: Identity.Kind) -> String {
        switch kind {
        case .workflow: "workflow"
        case .step: "step"
        case .connector: "connector"
        case .serviceAccount: "service account"
        case .apiToken: "API token"
        case .webhookHandler: "webhook handler"
        case .approvalBot: "approval bot"
        case .scheduledJob: "scheduled job"
        case .oauthApp: "OAuth app"
        case .certificate: "certificate"
        case .pipeline: "pipeline"
        case .vendorManaged: "vendor-managed"
        case .agent: "agent"
        }
    }

    static func of(_ kind: Event.Kind) -> String {
        sentence(kind.rawValue)
    }

    /// An identifier as words: `sharedCredential`, `shared-credential` and `shared_credential` all give
    /// `Shared credential`.
    static func sentence(_ identifier: String) -> String {
        var words = ""
        var previousIsLower = false
        for character in identifier {
            if character == "-" || character == "_" || character == "." {
                if !words.isEmpty { words.append(" ") }
                previousIsLower = false
            } else if character.isUppercase, previousIsLower {
                words.append(" ")
                words.append(contentsOf: character.lowercased())
                previousIsLower = false
            } else {
                previousIsLower = character.isLowercase || character.isNumber
                words.append(character)
            }
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `1 identity`, `3 identities`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// Thousands set apart by a narrow space: `12 345`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { text.append("\u{202F}") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// Minutes, hours or days, whole and rounded up.
    static func roughly(_ duration: Duration) -> String {
        let minutes = (max(0, duration.components.seconds) + 59) / 60
        if minutes < 120 { return count(Int(minutes), "minute") }
        if minutes < 2880 { return count(Int((minutes + 59) / 60), "hour") }
        return count(Int((minutes + 1439) / 1440), "day")
    }

    /// A duration in the unit a person would choose: `41 ms`, `2.3 s`, `4 min`.
    static func took(_ duration: Duration) -> (value: String, unit: String) {
        let microseconds = max(0, duration.wholeMicroseconds)
        if microseconds < 1000 { return (String(microseconds), "µs") }
        if microseconds < 10_000 { return (tenths(microseconds, of: 1000), "ms") }
        if microseconds < 1_000_000 { return (String(microseconds / 1000), "ms") }
        if microseconds < 60_000_000 { return (tenths(microseconds, of: 1_000_000), "s") }
        return (String(microseconds / 60_000_000), "min")
    }

    private static func tenths(_ number: Int64, of unit: Int64) -> String {
        let count = number * 10 / unit
        return count % 10 == 0 ? String(count / 10) : "\(count / 10).\(count % 10)"
    }
}
