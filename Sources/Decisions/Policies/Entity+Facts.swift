import Cedar
import Domain

extension Entity {
    init(_ identity: Identity) {
        var attributes: [Text: Value] = [
            "name": .text(identity.name),
            "kind": .text(identity.kind.rawValue),
            "state": .text(identity.state.rawValue),
            "class": .text(identity.classification.identityClass.rawValue),
            "level": .text(identity.level.rawValue),
            "longestTokenLife": .length(identity.classification.identityClass.longestTokenLife),
            "touchesIdentity": .bool(identity.touchesIdentity),
            "reaches": .set(Set(identity.reach.map { Value.text($0.rawValue) })),
        ]
        attributes["environment"] = identity.environment.map(Value.text)
        attributes["function"] = identity.function.map(Value.text)
        attributes["vendor"] = identity.vendor.map(Value.text)
        attributes["owner"] = identity.owner.map { .entity(Vocabulary.uid($0)) }
        attributes["technicalOwner"] = identity.technicalOwner.map { .entity(Vocabulary.uid($0)) }
        attributes["backupApprover"] = identity.backupApprover.map { .entity(Vocabulary.uid($0)) }
        attributes["expires"] = identity.expires.map(Value.time)
        attributes["renewal"] = identity.renewal.map(Value.time)
        attributes["pattern"] = identity.pattern.map { .text($0.rawValue) }
        attributes["suspension"] = identity.suspension.map { .text($0.rawValue) }
        attributes["drift"] = identity.drift.map(Value.text)
        attributes["copyOf"] = identity.copyOf.map { .entity(Vocabulary.uid($0)) }
        self.init(Vocabulary.uid(identity.id), attributes: Record(attributes))
    }

    init(_ system: System) {
        var attributes: [Text: Value] = [
            "name": .text(system.name),
            "environment": .text(system.environment),
            "dataClasses": .set(Set(system.dataClasses.map(Value.text))),
        ]
        attributes["function"] = system.function.map(Value.text)
        attributes["vendor"] = system.vendor.map(Value.text)
        attributes["region"] = system.region.map(Value.text)
        self.init(
            Vocabulary.uid(system: system.name),
            attributes: Record(attributes),
            parents: [Vocabulary.uid(environment: system.environment)],
        )
    }

    /// A team, and the teams it is a part of.
    init(_ team: Team, partOf wholes: Set<ID<Team>>) {
        self.init(
            Vocabulary.uid(team.id),
            attributes: Record(["name": .text(team.name)]),
            parents: Set(wholes.map(Vocabulary.uid)),
        )
    }

    init(_ user: User, in teams: Set<ID<Team>> = []) {
        var attributes: [Text: Value] = [
            "email": .text(user.email),
            "status": .text(user.status.rawValue),
            "roles": .set(Set(user.roles.map { Value.text($0.rawValue) })),
            "sharedMailbox": .bool(user.sharedMailbox),
            "person": .text(user.personKey),
        ]
        attributes["team"] = user.team.map(Value.text)
        self.init(
            Vocabulary.uid(user.id),
            attributes: Record(attributes),
            parents: Set(teams.map(Vocabulary.uid)),
        )
    }
}
