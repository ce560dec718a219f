import Domain

/// How a text stands out on a terminal.
enum Tint: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case alarm = "1;31"
}

extension String {
    /// The text as it is shown: coloured on a terminal, plain elsewhere.
    func shown(in tint: Tint?) -> String {
        guard let tint, Terminal.current.showsColour, !isEmpty else { return self }
        return "\u{1B}[\(tint.rawValue)m\(self)\u{1B}[0m"
    }
}

extension LifecycleState {
    var tint: Tint? {
        switch self {
        case .active: .green
        case .suspended, .quarantined: .red
        case .retired: .faint
        case .discovered, .proposed: nil
        }
    }
}

extension IdentityClass {
    var tint: Tint? {
        switch self {
        case .readOnly: nil
        case .changeCapable: .yellow
        case .privileged: .red
        }
    }
}

extension Finding.Severity {
    var tint: Tint? {
        switch self {
        case .info: .faint
        case .low: nil
        case .medium: .yellow
        case .high: .red
        case .critical: .alarm
        }
    }
}
