import Domain

/// What an entry of an inventory may be.
enum InventoryKind: String, CaseIterable, Sendable {
    case serviceAccount, oauthApp, apiToken, certificate, connector, vendorManaged, agent, webhookHandler, approvalBot,
        user, group, role
    /// Something that runs by itself: a workflow.
    case job, fileExchange

    init?(word: String) {
        let plain = word.lowercased().filter { $0.isLetter }
        guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == plain }) else { return nil }
        self = kind
    }

    /// What the account is in an estate; nil for what is a workflow there.
    var principal: Principal.Kind? {
        switch self {
        case .serviceAccount: .serviceAccount
        case .oauthApp: .oauthApp
        case .apiToken: .apiToken
        case .certificate: .certificate
        case .connector: .connector
        case .vendorManaged: .vendorManaged
        case .agent: .agent
        case .webhookHandler: .webhookHandler
        case .approvalBot: .approvalBot
        case .user: .user
        case .group: .group
        case .role: .role
        case .job, .fileExchange: nil
        }
    }

    /// Under which name they are counted.
    var countName: String {
        switch self {
        case .fileExchange, .job: "jobs"
        case .vendorManaged: "vendorManaged"
        default: rawValue + "s"
        }
    }
}
