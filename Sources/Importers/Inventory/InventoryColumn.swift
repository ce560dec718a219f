/// The columns of an inventory, in the order of the template.
enum InventoryColumn: String, CaseIterable, Sendable {
    case kind, name, key, owner, technicalOwner, environment, system, resource, operations, scopes
    case credentialKind, credentialName, credentialId, created, lastRotated, lastUsed, expires
    case vendor, grantor, purpose, active, memberOf, schedule, callback, callbackAuthentication

    /// The column that a title means, however it is written: `last used`, `lastUsed` and `LAST_USED` are one.
    init?(title: String) {
        let plain = Self.plain(title)
        guard let column = Self.allCases.first(where: { Self.plain($0.rawValue) == plain }) else { return nil }
        self = column
    }

    /// What belongs into it, for the template and for people.
    var meaning: String {
        switch self {
        case .kind: "one of: \(InventoryKind.allCases.map(\.rawValue).joined(separator: ", "))"
        case .name: "name as people know it"
        case .key: "what tells it from all others, for ever; the kind and the name when left out"
        case .owner: "address of who answers for it, or team:NAME"
        case .technicalOwner: "address of who runs it"
        case .environment: "production, staging, test, development or a name of yours"
        case .system: "what it acts on"
        case .resource: "what inside the system; all of it when left out"
        case .operations: "what it does there, separated by semicolons"
        case .scopes: "what it was granted, separated by semicolons"
        case .credentialKind: "what it proves itself with: password, key, certificate, oauth2 …"
        case .credentialName: "name of the credential; never the secret itself"
        case .credentialId: "id of the credential in its vault; never the secret itself"
        case .created, .lastRotated, .lastUsed, .expires: "a day or a time, as in 2026-01-31 or 2026-01-31T09:30:00Z"
        case .vendor: "who runs it, when that is not us"
        case .grantor: "who consented to it or handed it out"
        case .purpose: "what it is for"
        case .active: "yes or no"
        case .memberOf: "keys of groups and roles it belongs to, separated by semicolons"
        case .schedule: "when it runs, as its scheduler writes it"
        case .callback: "address at which others start it"
        case .callbackAuthentication: "how callers prove themselves; anyone may call when left out"
        }
    }

    private static func plain(_ title: String) -> String {
        title.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
