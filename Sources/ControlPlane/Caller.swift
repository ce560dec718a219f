package import Domain

/// Who asks for a use case; each question of permission is put to Cedar with it.
package enum Caller: Sendable, Hashable {
    /// A person signed in at the console or with a token of theirs.
    case user(User)
    /// Whoever can read the data folder of this installation: the operator at the machine itself.
    case localOperator(name: String)
    /// A machine with a token of its own.
    case identity(ID<Identity>)
    /// Penstock itself, for what is due.
    case penstock

    package var actor: Event.Actor {
        switch self {
        case .user(let user): Event.Actor(kind: .user, id: user.id.text, name: user.email)
        case .localOperator(let name): Event.Actor(kind: .user, id: "local", name: "\(name) (local operator)")
        case .identity(let id): Event.Actor(kind: .identity, id: id.text, name: id.text)
        case .penstock: .penstock
        }
    }
}
