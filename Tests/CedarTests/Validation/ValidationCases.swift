@testable import Cedar

/// Policies over one schema, each with the kinds of errors that the reference engine (SDK 4.12, strict) finds.
enum ValidationCases {
    static let schema = """
        entity User in [Team] {
            name: String,
            age?: Long,
            manager?: User,
            home: { city: String, zip?: Long },
            roles: Set<String>,
            address: ipaddr,
            since: datetime,
        } tags String;
        entity Team { name: String };
        entity Doc in [Folder] { owner: User, size: Long, color: Color, readers: Set<User>, parent?: Folder };
        entity Folder { name: String };
        entity Color enum ["red", "green"];
        action read, write in [change] appliesTo {
            principal: User,
            resource: Doc,
            context: { mfa: Bool, source?: ipaddr, limit: Long },
        };
        action list appliesTo { principal: [User, Team], resource: [Doc, Folder] };
        action change;
        """

    static let cases: [(policy: String, codes: Set<ValidationIssue.Code>)] = [
        (#"permit(principal, action == Action::"read", resource) when { true };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { context.mfa };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { context.limit };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { 1 };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { principal };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { !context.mfa };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { !context.limit };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { -context.limit > 0 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { -principal.name == 1 };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { context.limit + 1 < 10 };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { context.limit + principal.name < 10 };"#,
            [.unexpectedType]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.name + "x" == "y" };"#,
            [.incompatibleTypes, .unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { context.limit < 5 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal.name < "x" };"#, [.unexpectedType]),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.since < datetime("2024-01-01") };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.since < context.limit };"#,
            [.unexpectedType]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.address < ip("10.0.0.1") };"#,
            [.unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal == resource.owner };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal == resource };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal.name == 1 };"#, [.incompatibleTypes]),
        (#"permit(principal, action == Action::"read", resource) when { "a" == 1 };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { 1 == 1 && principal.nope };"#,
            [.unknownAttribute]
        ),
        (#"permit(principal, action == Action::"read", resource) when { 1 == 2 && principal.nope };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal.name == "x" || false };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { if context.mfa then 1 == 1 else 2 };"#,
            [.incompatibleTypes]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { if context.mfa then principal.name == "x" else context.limit == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { (if context.mfa then 1 else "x") == 1 };"#,
            [.incompatibleTypes]
        ),
        (#"permit(principal, action == Action::"read", resource) when { (if true then 1 else "x") == 1 };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { (if false then nope::"x" else resource) == resource };"#,
            [.unknownEntityType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal.name like "a*" };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.age like "a*" };"#,
            [.unexpectedType, .unguardedAttribute]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal like "a*" };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { principal.nope == 1 };"#, [.unknownAttribute]),
        (#"permit(principal, action == Action::"read", resource) when { principal.age == 1 };"#, [.unguardedAttribute]),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has age && principal.age == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has age || principal.age == 1 };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { !(principal has age) && principal.age == 1 };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { !(principal has age) || principal.age == 1 };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { if principal has age then principal.age == 1 else false };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { if principal has age then true else principal.age == 1 };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has age && resource.owner.age == 1 };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { resource.owner has age && resource.owner.age == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has manager && principal.manager.age == 1 };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has manager.age && principal.manager.age == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has home.zip && principal.home.zip == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.home has zip && principal.home.zip == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has nope && principal.nope == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has nope || principal.nope == 1 };"#,
            [.unknownAttribute]
        ),
        (#"permit(principal, action == Action::"read", resource) when { context has mfa && context.mfa };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { context has nope && 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal has name && 1 == 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal.name has x };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { principal.roles has x };"#, [.unexpectedType]),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.hasTag("k") && principal.getTag("k") == "v" };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.getTag("k") == "v" };"#,
            [.unguardedTag]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.hasTag("j") && principal.getTag("k") == "v" };"#,
            [.unguardedTag]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal.hasTag(1) };"#, [.unexpectedType]),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.hasTag("k") && principal.getTag("k") == 1 };"#,
            [.incompatibleTypes]
        ),
        (#"permit(principal, action == Action::"read", resource) when { resource.hasTag("k") };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { resource.hasTag("k") && resource.getTag("k") == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.hasTag(principal.name) && principal.getTag(principal.name) == "v" };"#,
            []
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal.roles.contains("x") };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.roles.contains(1) };"#,
            [.incompatibleTypes]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.name.contains("x") };"#,
            [.unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal.roles.containsAll(["x"]) };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.roles.containsAny([1]) };"#,
            [.incompatibleTypes]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.roles.containsAll("x") };"#,
            [.unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal.roles.isEmpty() };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.name.isEmpty() };"#,
            [.unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal.roles.contains([]) };"#, [.emptySet]),
        (#"permit(principal, action == Action::"read", resource) when { [].isEmpty() };"#, [.emptySet]),
        (#"permit(principal, action == Action::"read", resource) when { [1, 2].contains(context.limit) };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { [1, "x"].contains(context.limit) };"#,
            [.incompatibleTypes]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { [principal, resource.owner].contains(principal) };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { [principal, resource].contains(principal) };"#,
            [.incompatibleTypes]
        ),
        (#"permit(principal, action == Action::"read", resource) when { {a: 1, b: "x"}.a == 1 };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { {a: 1, b: "x"}.c == 1 };"#,
            [.unknownAttribute]
        ),
        (#"permit(principal, action == Action::"read", resource) when { {a: 1} == {a: 2} };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { {a: 1} == {b: 2} };"#, [.incompatibleTypes]),
        (#"permit(principal, action == Action::"read", resource) when { {a: 1} == {a: "x"} };"#, [.incompatibleTypes]),
        (#"permit(principal, action == Action::"read", resource) when { principal in Team::"t" };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal in Folder::"f" && 1 };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { principal in [Team::"t", User::"u"] };"#,
            [.incompatibleTypes]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal in [Team::"t"] };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { principal in principal.roles };"#,
            [.unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal in "x" };"#, [.unexpectedType]),
        (#"permit(principal, action == Action::"read", resource) when { "x" in principal };"#, [.unexpectedType]),
        (
            #"permit(principal, action == Action::"read", resource) when { action in Action::"change" && 1 };"#,
            [.unexpectedType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { action in Action::"read" };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { action in [Action::"list"] && 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { action == Action::"read" || 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { action == Action::"list" && 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal is User };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal is Team && 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal is Nope };"#, [.unknownEntityType]),
        (#"permit(principal, action == Action::"read", resource) when { principal is User in Team::"t" };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal is Team in Team::"t" && 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { principal.name is User };"#, [.unexpectedType]),
        (
            #"permit(principal, action == Action::"read", resource) when { Nope::"x" == principal };"#,
            [.unknownEntityType]
        ),
        (#"permit(principal, action == Action::"read", resource) when { principal == User::"x" };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { action == Action::"nope" };"#,
            [.unknownAction]
        ),
        (#"permit(principal, action == Action::"read", resource) when { resource.color == Color::"red" };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { resource.color == Color::"blue" };"#,
            [.unknownEnumeratedID]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { ip("10.0.0.1").isInRange(principal.address) };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { ip(principal.name) == principal.address };"#,
            [.computedArgument]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { ip("10.0.0.300") == principal.address };"#,
            [.invalidArgument]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { decimal("1.0").lessThan(decimal("2.0")) };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { decimal("1.00000") == decimal("1.0") };"#,
            [.invalidArgument]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.address.lessThan(decimal("1.0")) };"#,
            [.unexpectedType]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { context.source.isIpv4() };"#,
            [.unguardedAttribute]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { context has source && context.source.isIpv4() };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.since.offset(duration("1h")) < datetime("2024-01-01T00:00:00Z") };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.since.toTime() < duration("1h") };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal.since.durationSince(datetime("2024-01-01")).toDays() < 3 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { datetime("2024-13-01") == principal.since };"#,
            [.invalidArgument]
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { duration("1h1d") == duration("1h") };"#,
            [.invalidArgument]
        ),
        (#"permit(principal, action == Action::"read", resource) when { unknown("x") };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { action has x && 1 };"#, []),
        (#"permit(principal, action == Action::"read", resource) when { resource.readers.contains(principal) };"#, []),
        (
            #"permit(principal, action == Action::"read", resource) when { resource.readers == principal.roles };"#,
            [.incompatibleTypes]
        ),
        (#"permit(principal, action == Action::"read", resource) when { User::"x".age == 1 };"#, [.unguardedAttribute]),
        (
            #"permit(principal, action == Action::"read", resource) when { User::"x" has age && User::"x".age == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { User::"x" has age && User::"y".age == 1 };"#,
            [.unguardedAttribute]
        ),
        (#"permit(principal, action == Action::"list", resource) when { principal.name == "x" };"#, []),
        (
            #"permit(principal, action == Action::"list", resource) when { principal has age && principal.age == 1 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"list", resource) when { principal is User && principal has age && principal.age == 1 };"#,
            []
        ),
        (#"permit(principal, action == Action::"list", resource) when { resource.name == "x" };"#, [.unknownAttribute]),
        (
            #"permit(principal, action == Action::"list", resource) when { resource is Folder && resource.name == "x" };"#,
            []
        ),
        (#"permit(principal, action == Action::"list", resource) when { principal in Team::"t" };"#, []),
        (#"permit(principal, action == Action::"list", resource) when { principal == resource };"#, []),
        (
            #"permit(principal, action == Action::"list", resource) when { [principal].contains(User::"u") };"#,
            [.incompatibleTypes]
        ),
        (#"permit(principal, action, resource);"#, []),
        (#"permit(principal == User::"u", action, resource);"#, []),
        (#"permit(principal == Doc::"d", action, resource);"#, [.inapplicableScope]),
        (#"permit(principal in Team::"t", action == Action::"read", resource);"#, []),
        (#"permit(principal in Folder::"f", action == Action::"read", resource);"#, [.inapplicableScope]),
        (#"permit(principal is User, action, resource is Doc);"#, []),
        (#"permit(principal is Team, action == Action::"read", resource);"#, [.inapplicableScope]),
        (#"permit(principal is Team, action == Action::"list", resource);"#, []),
        (#"permit(principal, action == Action::"change", resource);"#, [.inapplicableScope]),
        (#"permit(principal, action in Action::"change", resource);"#, []),
        (#"permit(principal, action in [Action::"change", Action::"list"], resource);"#, []),
        (#"permit(principal, action in [], resource);"#, [.emptySet, .inapplicableScope]),
        (#"permit(principal, action in [Action::"nope"], resource);"#, [.inapplicableScope, .unknownAction]),
        (#"permit(principal == Nope::"x", action, resource);"#, [.inapplicableScope, .unknownEntityType]),
        (#"permit(principal == ?principal, action == Action::"read", resource in ?resource);"#, []),
        (#"permit(principal is Team in ?principal, action == Action::"read", resource);"#, [.inapplicableScope]),
        (#"permit(principal, action, resource == Color::"red");"#, [.inapplicableScope]),
        (#"permit(principal, action, resource == Color::"blue");"#, [.inapplicableScope, .unknownEnumeratedID]),
        (#"forbid(principal, action, resource) unless { context.mfa };"#, [.unknownAttribute]),
        (
            #"forbid(principal, action == Action::"read", resource) unless { context.mfa } when { principal has age } unless { principal.age > 3 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) when { principal has age } when { principal.age > 3 };"#,
            []
        ),
        (
            #"permit(principal, action == Action::"read", resource) unless { principal has age } when { principal.age > 3 };"#,
            [.unguardedAttribute]
        ),
    ]
}
