package import Domain
import SQLEngine
import Store

/// Something that no source shows, as somebody who knows of it writes it down.
package struct NewIdentity: Sendable, Hashable {
    package var kind: Identity.Kind
    package var name: String
    /// What it can do, as far as is known: nobody read its definition.
    package var identityClass: IdentityClass
    package var environment: String?

    package init(
        kind: Identity.Kind,
        name: String,
        identityClass: IdentityClass = .changeCapable,
        environment: String? = nil,
    ) {
        self.kind = kind
        self.name = name
        self.identityClass = identityClass
        self.environment = environment
    }
}

extension ControlPlane {
    /// Takes in an integration that no source shows; it is discovered, and registered like any other from then on.
    ///
    /// Its class is what was said, but no less than its kind is: what approves in the place of people is privileged.
    ///
    /// - Throws: `.conflict` when another of that kind and name is there that no source shows.
    package func addIdentity(_ new: NewIdentity, by caller: Caller) async throws -> Identity {
        try require(.register, by: caller)
        guard !new.name.isBlank, new.name.utf8.count <= 400 else {
            throw Failure(.invalid, "an identity needs a name", fields: [MissingField("name", why: "1 to 400 bytes")])
        }
        return try await change(by: caller) { change in
            let known = try IdentityTable.matching(new.name, in: change.connection)
            if let other = known.first(where: { $0.name == new.name && $0.kind == new.kind && $0.source == nil }) {
                throw Failure(
                    .conflict,
                    "there is `\(other.name)` already, as \(other.id)",
                    remedy: "`penstock identity register \(other.id) …` says who answers for it",
                )
            }
            let identityClass = max(new.identityClass, new.kind.leastClass)
            let reason =
                identityClass == new.identityClass
                ? "as \(change.actor.name) says; no source shows what it does" : "whatever approves is privileged"
            var identity = Identity(
                id: ID(at: change.now),
                kind: new.kind,
                name: new.name,
                classification: Classification(identityClass, reasons: [reason]),
                firstSeen: change.now,
            )
            identity.environment = new.environment
            try IdentityTable.insert(identity, in: change.connection)
            change.record(
                .identityDiscovered,
                identity.subject,
                detail: ["class": identityClass.rawValue, "kind": new.kind.rawValue, "source": "by hand"],
            )
            change.touch(.identity, identity.id.text)
            return identity
        }
    }
}
