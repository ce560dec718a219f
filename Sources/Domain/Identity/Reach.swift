/// What lies behind a step or right that asks for the discipline of an elevated human account.
package enum Reach: String, Sendable, Hashable, Codable, CaseIterable {
    /// Data that the organisation runs on: whatever acts in the environment `production`.
    case production
    /// Where resources of a cloud or cluster are made and changed.
    case cloudAPI
    case database
    /// What builds and deploys, with rights of its own.
    case pipeline
    /// Where accounts, groups and roles live.
    case directory
    case secretStore

    /// In words, after "changes".
    package var words: String {
        switch self {
        case .production: "production"
        case .cloudAPI: "a cloud's control plane"
        case .database: "a database"
        case .pipeline: "a CI/CD system"
        case .directory: "a directory"
        case .secretStore: "a secret store"
        }
    }
}

extension Identity {
    /// What it reaches, its environment included, in a fixed order.
    package var reach: [Reach] {
        Reach.allCases.filter { $0 == .production ? environment == "production" : reaches.contains($0) }
    }
}

extension Workflow {
    /// What its enabled steps reach, in a fixed order; a pipeline reaches what it runs on.
    package var reaches: [Reach] {
        let found = Set(steps.filter { !$0.disabled }.compactMap(\.effect.reach))
        return Reach.allCases.filter { found.contains($0) || $0 == .pipeline && kind == .pipeline }
    }

    /// Whether a step of it decides in the place of a person.
    package var approves: Bool { steps.contains { !$0.disabled && $0.effect.rule == "approves" } }
}

extension SourceDescription {
    /// What every account of a source of this format reaches; nil where the format does not say.
    package var reachOfAccounts: Reach? {
        switch format {
        case "aws-iam", "kubernetes", "logic-apps": .cloudAPI
        case "postgresql": .database
        default: nil
        }
    }
}
