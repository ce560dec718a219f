extension CompensatingControl {
    /// One line: the kind, a colon, and its values with `+` between them, as in `networkRestriction:10.0.0.0/8+fd00::/8`.
    package var text: String {
        let values: [String] =
            switch self {
            case .networkRestriction(let ranges): ranges
            case .strongerMonitoring(let days): ["\(days)"]
            case .scopedSecret(let resources): resources.map { "\($0)" }
            case .approvalGate(let hours): ["\(hours)"]
            case .separateEnvironments(let environment): [environment]
            case .strictRotation(let days): ["\(days)"]
            }
        return "\(kind.rawValue):\(values.joined(separator: "+"))"
    }

    /// Reads what `text` writes; nil for what is no control.
    ///
    /// Without values it is 30 days of monitoring or rotation, and a gate of 8 hours.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let kind = parts.first.flatMap(Kind.init) else { return nil }
        let written = parts.count == 2 ? parts[1] : ""
        let values = written.split(separator: "+").map(String.init)
        switch kind {
        case .networkRestriction: self = .networkRestriction(ranges: values)
        case .strongerMonitoring:
            guard let days = values.isEmpty ? 30 : Int(written) else { return nil }
            self = .strongerMonitoring(withinDays: days)
        case .scopedSecret:
            let resources = values.compactMap { ResourcePath($0) }
            guard resources.count == values.count else { return nil }
            self = .scopedSecret(resources: resources)
        case .approvalGate:
            guard let hours = values.isEmpty ? 8 : Int(written) else { return nil }
            self = .approvalGate(longestHours: hours)
        case .separateEnvironments: self = .separateEnvironments(environment: written)
        case .strictRotation:
            guard let days = values.isEmpty ? 30 : Int(written) else { return nil }
            self = .strictRotation(withinDays: days)
        }
    }
}
