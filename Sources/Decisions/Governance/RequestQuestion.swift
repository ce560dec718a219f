import Cedar
package import Domain

/// What routing reads of a request: who asks, for what, and the identity as it would be.
package struct RequestQuestion: Sendable {
    package var id: ID<ChangeRequest>
    package var kind: ChangeRequest.Kind
    package var principal: GovernanceRequest.Principal
    /// The people who asked, by key: two accounts of one person have one key.
    ///
    /// `local` stands for the local operator.
    package var requesters: Set<String>
    /// The identity as it would be; nil when it is for none.
    package var identity: Identity?
    /// The people who answer for the identity, as it is and as it would be, by key.
    package var answering: Set<String>
    package var byOwner: Bool
    /// Whether it is not clear whose the identity is.
    package var disputed = false
    package var identityClass: IdentityClass
    package var environments: Set<String>
    package var actions: Set<ActionClass>
    package var systems: Set<String>
    /// What is said of those systems: classes of their data, business functions, regions.
    package var dataClasses: Set<String> = []
    package var functions: Set<String> = []
    package var regions: Set<String> = []
    package var days: Int
    package var expedited: Bool
    /// Whether the organisation's terms name who would act, for emergency access.
    package var named: Bool
    /// Whether what policy refuses would pass that does not now.
    package var lowersLevel: Bool
    /// The people who decided, by key.
    package var decidedBy: Set<String>

    package init(
        id: ID<ChangeRequest>,
        kind: ChangeRequest.Kind,
        principal: GovernanceRequest.Principal,
        requesters: Set<String>,
        identity: Identity? = nil,
        answering: Set<String> = [],
        byOwner: Bool = false,
        identityClass: IdentityClass = .privileged,
        environments: Set<String> = ["unknown"],
        actions: Set<ActionClass> = [],
        systems: Set<String> = [],
        days: Int = 0,
        expedited: Bool = false,
        named: Bool = false,
        lowersLevel: Bool = false,
        decidedBy: Set<String> = [],
    ) {
        self.id = id
        self.kind = kind
        self.principal = principal
        self.requesters = requesters
        self.identity = identity
        self.answering = answering
        self.byOwner = byOwner
        self.identityClass = identityClass
        self.environments = environments
        self.actions = actions
        self.systems = systems
        self.days = days
        self.expedited = expedited
        self.named = named
        self.lowersLevel = lowersLevel
        self.decidedBy = decidedBy
    }
}

extension Entity {
    init(_ question: RequestQuestion) {
        func texts(_ values: some Sequence<String>) -> Value { .set(Set(values.map(Value.text))) }
        var attributes: [Text: Value] = [
            "kind": .text(question.kind.rawValue),
            "requesters": texts(question.requesters),
            "byOwner": .bool(question.byOwner),
            "disputed": .bool(question.disputed),
            "answering": texts(question.answering),
            "class": .text(question.identityClass.rawValue),
            "environments": texts(question.environments),
            "actions": texts(question.actions.map(\.rawValue)),
            "systems": texts(question.systems),
            "dataClasses": texts(question.dataClasses),
            "functions": texts(question.functions),
            "regions": texts(question.regions),
            "days": .long(Int64(question.days)),
            "expedited": .bool(question.expedited),
            "named": .bool(question.named),
            "lowersLevel": .bool(question.lowersLevel),
            "decidedBy": texts(question.decidedBy),
        ]
        if case .identity = question.principal {
            attributes["byMachine"] = .bool(true)
        } else {
            attributes["byMachine"] = .bool(false)
        }
        let identity = question.identity
        attributes["identity"] = identity.map { .entity(Vocabulary.uid($0.id)) }
        attributes["owner"] = identity?.owner.map { .entity(Vocabulary.uid($0)) }
        attributes["technicalOwner"] = identity?.technicalOwner.map { .entity(Vocabulary.uid($0)) }
        attributes["backupApprover"] = identity?.backupApprover.map { .entity(Vocabulary.uid($0)) }
        attributes["pattern"] = identity?.pattern.map { .text($0.rawValue) }
        self.init(Vocabulary.uid(question.id), attributes: Record(attributes))
    }
}
