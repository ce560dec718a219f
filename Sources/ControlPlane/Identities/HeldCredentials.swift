package import Domain
import SQLEngine
import Store

/// A credential that an identity uses, with who answers for it.
package struct HeldCredential: Sendable, Hashable {
    package var reference: CredentialReference
    package var owner: CredentialOwner
    package var lastRotated: Instant?
    package var expires: Instant?
    /// How many workflows of its source use it.
    package var users: Int
}

extension ControlPlane {
    /// The credentials that an identity's workflow or account uses, by key.
    static func credentials(of identity: Identity, in connection: some Connection) throws -> [HeldCredential] {
        guard let source = identity.source else { return [] }
        var references =
            try workflow(of: identity, in: connection)?.steps.filter { !$0.disabled }
            .flatMap(\.credentials) ?? []
        if let key = identity.principal, let principal = try PrincipalTable.find(key, of: source, in: connection) {
            references += principal.part.credentials
        }
        let byKey = Dictionary(references.map { ($0.key, $0) }) { first, _ in first }
        let stored = try CredentialTable.find(Array(byKey.keys), of: source, in: connection)
        return try byKey.sorted { $0.key < $1.key }.map { key, reference in
            let credential = stored[key]?.part
            var using: [Identity] = [identity]
            var count = 0
            for kind in [EstatePartKind.workflow, .principal] {
                let keys = try CredentialUseTable.users(of: key, kind: kind, in: source, connection)
                count += keys.count
                using += try IdentityTable.byKey(kind, keys, of: source, in: connection).values
            }
            let owners = try Set(using.compactMap(\.owner)).compactMap { try UserTable.find($0, in: connection) }
            return HeldCredential(
                reference: reference,
                owner: CredentialOwner(of: credential, usedBy: owners),
                lastRotated: credential?.lastRotated,
                expires: credential?.expires,
                users: max(1, count),
            )
        }
    }
}
