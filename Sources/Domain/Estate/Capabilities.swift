/// One thing that a source may be able to tell.
package enum Capability: String, Sendable, Hashable, Codable, CaseIterable {
    case owners, activeFlag, lastUse, secretValues, auditEvents, scopes, creation, expiry, trusts
}

extension SourceDescription {
    /// What a source can tell; an absence is never reported without it.
    ///
    /// A source says yes, no, or partly: a yes with a limit in words ("owners of half the accounts only").
    package struct Capabilities: Sendable, Hashable {
        package enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
            case yes, partly, no
        }

        /// Who answers for a workflow or an account.
        package var owners = false
        /// Whether something is switched on.
        package var activeFlag = false
        /// When something last ran or was used.
        package var lastUse = false
        /// The secrets themselves, of which fingerprints are taken.
        package var secretValues = false
        /// Who did what and when.
        package var auditEvents = false
        /// What a credential or an account may do.
        package var scopes = false
        /// When something was made.
        package var creation = false
        /// When something ends.
        package var expiry = false
        /// Who may act as whom.
        package var trusts = false
        /// Why a capability is missing, or what limits one that is there, in a few words without a full stop.
        package var notes: [Capability: String] = [:]

        package init() {}

        package subscript(capability: Capability) -> Bool {
            get { self[keyPath: Self.path(capability)] }
            set { self[keyPath: Self.path(capability)] = newValue }
        }

        package func answer(_ capability: Capability) -> Answer {
            guard self[capability] else { return .no }
            return notes[capability] == nil ? .yes : .partly
        }

        private static func path(_ capability: Capability) -> WritableKeyPath<Self, Bool> {
            switch capability {
            case .owners: \.owners
            case .activeFlag: \.activeFlag
            case .lastUse: \.lastUse
            case .secretValues: \.secretValues
            case .auditEvents: \.auditEvents
            case .scopes: \.scopes
            case .creation: \.creation
            case .expiry: \.expiry
            case .trusts: \.trusts
            }
        }
    }
}

extension SourceDescription.Capabilities: Codable {
    private enum CodingKeys: String, CodingKey {
        case owners, activeFlag, lastUse, secretValues, auditEvents, scopes, creation, expiry, trusts, notes
    }

    /// A capability that is not named is not there: older descriptions know fewer.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys) throws -> Bool { try container.decodeIfPresent(Bool.self, forKey: key) ?? false }
        owners = try flag(.owners)
        activeFlag = try flag(.activeFlag)
        lastUse = try flag(.lastUse)
        secretValues = try flag(.secretValues)
        auditEvents = try flag(.auditEvents)
        scopes = try flag(.scopes)
        creation = try flag(.creation)
        expiry = try flag(.expiry)
        trusts = try flag(.trusts)
        let texts = try container.decodeIfPresent([String: String].self, forKey: .notes) ?? [:]
        for (name, text) in texts {
            if let capability = Capability(rawValue: name) { notes[capability] = text }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(owners, forKey: .owners)
        try container.encode(activeFlag, forKey: .activeFlag)
        try container.encode(lastUse, forKey: .lastUse)
        try container.encode(secretValues, forKey: .secretValues)
        try container.encode(auditEvents, forKey: .auditEvents)
        try container.encode(scopes, forKey: .scopes)
        try container.encode(creation, forKey: .creation)
        try container.encode(expiry, forKey: .expiry)
        try container.encode(trusts, forKey: .trusts)
        guard !notes.isEmpty else { return }
        let texts = notes.map { ($0.key.rawValue, $0.value) }
        try container.encode(Dictionary(uniqueKeysWithValues: texts), forKey: .notes)
    }
}
