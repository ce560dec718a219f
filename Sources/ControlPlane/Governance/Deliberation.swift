import Decisions
import Domain
import SQLEngine
import Store

/// A request put before Cedar, on the facts of the transaction and not on this node's view of them.
struct Deliberation {
    let snapshot: Snapshot
    let question: RequestQuestion
    let owner: User?

    /// `identity` is the identity as it would be; `approver` whoever decides, nil before anybody does.
    init(
        _ request: ChangeRequest,
        identity: Identity?,
        approver: User? = nil,
        in connection: some Connection,
    ) throws {
        var users: [ID<User>: User] = [:]
        func load(_ id: ID<User>?) throws -> User? {
            guard let id else { return nil }
            if let known = users[id] { return known }
            users[id] = try UserTable.find(id, in: connection)
            return users[id]
        }
        if let approver { users[approver.id] = try UserTable.find(approver.id, in: connection) }
        let current = try request.identity.flatMap { try IdentityTable.find($0, in: connection) }
        let asked = request.requester.kind == .user ? try load(ID(request.requester.id)) : nil
        let accepting = try Self.accepting(request, in: connection)
        let identity = identity ?? (accepting.count == 1 ? accepting[0] : nil)
        let owner = try load(identity?.owner)
        var answering: Set<String> = []
        for known in [identity, current] + accepting {
            for id in [known?.owner, known?.technicalOwner] {
                if let user = try load(id) { answering.insert(user.personKey) }
            }
        }
        _ = try load(identity?.backupApprover)
        var requesters: Set<String> = [request.requester.person ?? request.requester.id]
        if let asked { requesters.formUnion([asked.personKey, asked.id.text]) }
        // A machine does what those who can change it make it do.
        if request.requester.kind == .identity, let technical = try load(current?.technicalOwner) {
            requesters.insert(technical.personKey)
        }
        // Who owns an accepted risk is asking for it too.
        if request.kind == .exception,
            let answers = try load(request.proposal.terms[RiskException.Term.owner].flatMap { ID($0) })
        {
            requesters.insert(answers.personKey)
        }
        let systems = Set(request.proposal.grants.map(\.resource.system))
        var environments: Set<String> = []
        environments.formUnion(accepting.map { $0.environment ?? "unknown" })
        if identity != nil || systems.isEmpty && accepting.isEmpty {
            environments.insert(identity?.environment ?? "unknown")
        }
        let known = try systems.map { try SystemTable.find($0, in: connection) }
        for system in known { environments.insert(system?.environment ?? "unknown") }
        let actions = Set(request.proposal.grants.map(\.action))
        let classes = (accepting + [identity].compactMap(\.self)).map(\.classification.identityClass)
        let ownClass = classes.max() ?? .privileged
        var question = RequestQuestion(
            id: request.id,
            kind: request.kind,
            principal: request.requester.principal,
            requesters: requesters,
            identity: identity,
            answering: answering,
            byOwner: asked.map { $0.personKey == owner?.personKey } ?? false,
            identityClass: max(ownClass, actions.map(\.identityClass).max() ?? .readOnly),
            environments: environments,
            actions: actions,
            systems: systems,
            days: Self.days(request, identity),
            expedited: request.expedited != nil,
            named: try Self.isNamed(request, in: connection),
            lowersLevel: Self.lowersLevel(request, from: current, to: identity),
            decidedBy: Set(try ApprovalTable.all(of: request.id, in: connection).map(\.by.person)),
        )
        question.dataClasses = Set(known.flatMap { $0?.dataClasses ?? [] })
        question.functions = Set(known.compactMap { $0?.function })
        question.regions = Set(known.compactMap { $0?.region })
        let handover = try request.identity.flatMap { try HandoverTable.find($0, in: connection) }
        question.disputed = handover?.cause == .disputed
        self.question = question
        self.owner = owner
        var facts = Facts(
            version: try WorldTable.epoch(in: connection),
            identities: [identity].compactMap(\.self),
            users: Array(users.values),
            teams: try TeamTable.all(in: connection),
        )
        facts.policies = try View.policies(in: connection)
        snapshot = Snapshot(facts)
    }

    /// The route, or the refusal as a failure.
    func route(at now: Instant) throws -> Route {
        switch snapshot.route(of: question, now: now) {
        case .route(let route): return route
        case .refused(let decision):
            throw Failure(.forbidden, decision.reason, remedy: decision.fix, decision: decision)
        }
    }

    /// Whether the owner's place is open to the backup: the owner asked, is away or there is none.
    var isOwnerAway: Bool {
        guard let owner else { return true }
        return owner.status != .active || question.requesters.contains(owner.personKey)
    }

    /// The identities that a risk is accepted for.
    private static func accepting(_ request: ChangeRequest, in connection: some Connection) throws -> [Identity] {
        guard request.kind == .exception, let exception = RiskException(request) else { return [] }
        let known = try IdentityTable.find(exception.identities, in: connection)
        return exception.identities.compactMap { known[$0] }
    }

    private static func lowersLevel(_ request: ChangeRequest, from old: Identity?, to new: Identity?) -> Bool {
        if request.kind == .level { return request.proposal.terms[LevelEffect.Term.lowers] == "true" }
        guard let new else { return false }
        return new.level < (old?.level ?? .enforce)
    }

    /// Whether the organisation's terms name who would act in an emergency.
    private static func isNamed(_ request: ChangeRequest, in connection: some Connection) throws -> Bool {
        guard request.kind == .breakGlass,
            let person = try request.proposal.terms[BreakGlassEffect.Term.person].flatMap({ ID<User>($0) })
                .flatMap({ try UserTable.find($0, in: connection) })
        else { return false }
        let named = try TermsTable.find(in: connection).breakGlass.people
        return person.status == .active && named.contains { $0.lowercased() == person.email }
    }

    private static func days(_ request: ChangeRequest, _ identity: Identity?) -> Int {
        var ends = request.proposal.grants.map(\.ends) + [request.ends].compactMap(\.self)
        if [.register, .renew, .clone].contains(request.kind), let expires = identity?.expires { ends.append(expires) }
        guard let last = ends.max() else { return 0 }
        let day = Duration.days(1).wholeMicroseconds
        return max(0, Int(((last - request.opened).wholeMicroseconds + day - 1) / day))
    }
}

extension ActionClass {
    /// The least class of an identity that may do it.
    fileprivate var identityClass: IdentityClass {
        switch self {
        case .read: .readOnly
        case .write: .changeCapable
        case .admin: .privileged
        }
    }
}

extension Requester {
    init(_ caller: Caller) {
        switch caller {
        case .user(let user):
            self.init(kind: .user, id: user.id.text, name: user.email, person: user.personKey)
        case .localOperator(let name): self.init(kind: .localOperator, id: "local", name: name, person: "local")
        case .identity(let id): self.init(kind: .identity, id: id.text, name: id.text)
        case .penstock: self.init(kind: .penstock, id: "penstock", name: "penstock")
        }
    }

    var principal: GovernanceRequest.Principal {
        switch kind {
        case .user: ID<User>(id).map { .user($0) } ?? .identity(ID(at: Instant(seconds: 0)))
        case .identity: ID<Identity>(id).map { .identity($0) } ?? .identity(ID(at: Instant(seconds: 0)))
        case .localOperator: .localOperator
        case .penstock: .penstock
        }
    }
}
