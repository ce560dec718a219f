extension Capability {
    /// What it is about, to follow "can tell" and "cannot tell".
    package var phrase: String {
        switch self {
        case .owners: "who owns something"
        case .activeFlag: "whether something is switched on"
        case .lastUse: "when something last ran or was used"
        case .secretValues: "the secrets themselves, so equal ones under two names stay unseen"
        case .auditEvents: "who did what and when"
        case .scopes: "what a credential or an account may do"
        case .creation: "when something was made"
        case .expiry: "when something ends"
        case .trusts: "who may act as whom"
        }
    }
}

extension SourceDescription {
    /// What it cannot tell, or only in part, one sentence each.
    package var blindSpots: [String] { Capability.allCases.compactMap(blindSpot) }

    /// What limits an absence that concerns a capability; nil when the source tells it in full.
    package func blindSpot(_ capability: Capability) -> String? {
        let note = capabilities.notes[capability].map { " (\($0))" } ?? ""
        return switch capabilities.answer(capability) {
        case .yes: nil
        case .partly: "this source tells only in part \(capability.phrase)\(note)"
        case .no: "this source cannot tell \(capability.phrase)\(note)"
        }
    }
}
