/// How an identity works, which sets what is expected of it: when it is confirmed, how long an approval lasts, and whether
/// a person starts each run.
package enum Pattern: String, Sendable, Hashable, Codable, CaseIterable {
    case batch, humanInLoop, eventDriven, autonomousSync, partner, vendorManaged, legacy
    /// Acts in the clouds of several providers.
    case crossCloud

    /// The longest time from one renewal to the next; the shorter of this and the class's holds.
    package var renewalPeriod: Duration {
        switch self {
        case .batch, .humanInLoop: .days(365)
        case .eventDriven, .autonomousSync: .days(180)
        case .partner, .vendorManaged, .legacy, .crossCloud: .days(90)
        }
    }

    /// How long it may go unused before it counts as dormant.
    package var quietPeriod: Duration {
        switch self {
        case .batch: .days(45)
        case .humanInLoop, .legacy: .days(90)
        case .eventDriven, .autonomousSync, .partner, .vendorManaged, .crossCloud: .days(30)
        }
    }

    /// Why these defaults, for people.
    package var explanation: String {
        switch self {
        case .batch: "runs on a schedule; a missed month is worth a question"
        case .humanInLoop: "a person starts or confirms each run, so it may rest for long"
        case .eventDriven: "others start it, so its callbacks are looked at twice a year"
        case .autonomousSync: "acts on its own all day, so it is confirmed twice a year"
        case .partner: "somebody outside acts through it, so it is confirmed every quarter"
        case .vendorManaged: "a vendor runs it, so it is confirmed every quarter"
        case .legacy: "cannot be narrowed or rotated as it should, so it is confirmed every quarter"
        case .crossCloud: "acts in several clouds, none of which sees the whole, so it is confirmed every quarter"
        }
    }

    /// The pattern that a workflow's triggers speak for.
    package init(of workflow: Workflow, vendor: String?) {
        let kinds = Set(workflow.triggers.map(\.kind))
        if vendor != nil {
            self = .vendorManaged
        } else if workflow.clouds.count > 1 {
            self = .crossCloud
        } else if kinds.contains(.webhook) || kinds.contains(.event) {
            self = .eventDriven
        } else if kinds.contains(.schedule) {
            self = .batch
        } else {
            self = kinds.contains(.manual) ? .humanInLoop : .autonomousSync
        }
    }
}

extension Workflow {
    /// The providers whose clouds its enabled steps change or read, by the connector's name or the address.
    package var clouds: Set<String> {
        Set(
            steps.filter { !$0.disabled }.compactMap { step in
                let connector = (step.connector.split(separator: ".").last ?? "").lowercased()
                let host = (step.target ?? "").lowercased()
                return Self.providers.first { provider in
                    provider.connectors.contains { connector.hasPrefix($0) }
                        || provider.hosts.contains { host == $0 || host.hasSuffix("." + $0) }
                }?.name
            }
        )
    }

    private static let providers: [(name: String, connectors: [String], hosts: [String])] = [
        ("aws", ["aws"], ["amazonaws.com"]),
        ("azure", ["azure", "microsoftazure"], ["azure.com", "windows.net", "azure.net"]),
        ("google", ["googlecloud", "googlebigquery", "googlefirebase"], ["googleapis.com"]),
        ("digitalocean", ["digitalocean"], ["digitalocean.com"]),
        ("cloudflare", ["cloudflare"], ["cloudflare.com"]),
    ]
}
