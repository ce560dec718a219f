import Cedar
import Domain

/// Cedar's names for ours.
enum Vocabulary {
    static let environment = Name(unchecked: "Environment")
    static let system = Name(unchecked: "System")
    static let resource = Name(unchecked: "Resource")
    static let identity = Name(unchecked: "Identity")
    static let user = Name(unchecked: "User")
    static let team = Name(unchecked: "Team")
    static let request = Name(unchecked: "Request")

    static let localOperator = EntityUID(Name(unchecked: "Operator"), "local")
    static let penstock = EntityUID(Name(unchecked: "Operator"), "penstock")
    static let installation = EntityUID(Name(unchecked: "Installation"), "here")

    private static let action = Name(unchecked: "Action")
    private static let read = EntityUID(action, "read")
    private static let write = EntityUID(action, "write")
    private static let admin = EntityUID(action, "admin")

    static func uid(_ action: ActionClass) -> EntityUID {
        switch action {
        case .read: read
        case .write: write
        case .admin: admin
        }
    }

    static func uid(_ action: GovernanceAction) -> EntityUID { EntityUID(Self.action, Text(action.rawValue)) }
    static func uid(_ id: ID<Identity>) -> EntityUID { EntityUID(identity, Text(id.text)) }
    static let route = EntityUID(action, "route")
    static let approve = EntityUID(action, "approve")

    static func uid(_ id: ID<Team>) -> EntityUID { EntityUID(team, Text(id.text)) }
    static func uid(_ id: ID<ChangeRequest>) -> EntityUID { EntityUID(request, Text(id.text)) }
    static func uid(_ id: ID<User>) -> EntityUID { EntityUID(user, Text(id.text)) }
    static func uid(_ path: ResourcePath) -> EntityUID { EntityUID(resource, Text(path.description)) }
    static func uid(system name: String) -> EntityUID { EntityUID(system, Text(name)) }
    static func uid(environment name: String) -> EntityUID { EntityUID(environment, Text(name)) }

    static func template(_ action: ActionClass) -> PolicyID { PolicyID(Text("template.grant-\(action.rawValue)")) }
    static func link(_ grant: ID<Grant>) -> PolicyID { PolicyID(Text("grant.\(grant.text)")) }
}

extension Value {
    static func text(_ text: String) -> Value { .string(Text(text)) }

    /// A time in Cedar's milliseconds, rounded down.
    static func time(_ instant: Domain.Instant) -> Value {
        let microseconds = instant.microseconds
        let milliseconds = microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0)
        return .datetime(Cedar.Instant(milliseconds: milliseconds))
    }

    /// A length in Cedar's milliseconds; what is shorter is dropped.
    static func length(_ duration: Duration) -> Value {
        .duration(TimeSpan(milliseconds: duration.wholeMicroseconds / 1000))
    }
}
