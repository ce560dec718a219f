import Domain

/// What kind of system a connector acts on.
package enum SystemKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// An application somebody else runs.
    case saas
    case database, queue, storage, messaging
    /// Where cloud resources are made and changed.
    case cloud
    /// Where accounts, groups and roles live.
    case directory
    case secretStore, ciCd, sourceCode, security, observability
    /// Models, and what belongs to agents.
    case ai
    /// The machine that the platform itself runs on, or another one that commands are sent to.
    case host
    /// Programs of the author's own, and commands on the platform's own machine.
    case code, command
    /// Whatever an address names.
    case http
    /// The integration platform itself.
    case platform
    /// Nothing: the data of the workflow.
    case inside

    /// In words, after an article: "changes a secret store".
    var words: String {
        switch self {
        case .saas: "SaaS application"
        case .cloud: "cloud control plane"
        case .secretStore: "secret store"
        case .ciCd: "CI/CD system"
        case .sourceCode: "source code host"
        case .security: "security system"
        case .observability: "monitoring system"
        case .messaging: "messaging system"
        case .http: "address of the author's choice"
        case .ai: "model"
        case .platform: "part of the platform itself"
        case .inside: "value inside the workflow"
        default: rawValue
        }
    }
    /// What asks for the discipline of an elevated account; nil where nothing does.
    var reach: Reach? {
        switch self {
        case .cloud: .cloudAPI
        case .database: .database
        case .directory: .directory
        case .secretStore: .secretStore
        case .ciCd: .pipeline
        default: nil
        }
    }
}
