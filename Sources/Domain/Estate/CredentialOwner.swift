/// Who answers for a credential: never nobody without saying so.
package enum CredentialOwner: Sendable, Hashable {
    /// Whom its source names.
    case own(OwnerHint)
    /// The people who answer for what uses it, where its source names nobody.
    case inherited([User])
    case nobody

    /// `users` are the owners of the identities that use it; those who cannot answer do not count.
    package init(of credential: Credential?, usedBy users: [User]) {
        if let own = credential?.owner, !own.text.isBlank {
            self = .own(own)
            return
        }
        let active = Set(users.filter { $0.status == .active && !$0.sharedMailbox }).sorted { $0.email < $1.email }
        self = active.isEmpty ? .nobody : .inherited(active)
    }

    /// Names or addresses, without those of more people than a line holds.
    package var words: String {
        switch self {
        case .own(let hint): hint.text
        case .inherited(let users): users.prefix(5).map(\.email).joined(separator: ", ")
        case .nobody: "nobody"
        }
    }

    /// `own`, `inherited` or `nobody`.
    package var kind: String {
        switch self {
        case .own: "own"
        case .inherited: "inherited"
        case .nobody: "nobody"
        }
    }
}
