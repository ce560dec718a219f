import ControlPlane
import Domain

/// One identity: who it is, what it may do, until when, how it is stopped.
struct IdentityPage: Sendable {
    struct GrantRow: Sendable {
        var action: Badge
        var resource: String
        var reason: String?
        var life: Lifetime?
        var ends: Moment
        var status: String
        var by: String
        var revokePath: String?
    }

    struct ClientRow: Sendable {
        var kind: String
        var id: String
        var status: String
        var expires: Moment
    }

    struct LeaseRow: Sendable {
        var state: Badge
        var id: String
        var ends: Moment
    }

    var frame: Frame
    var standing: Standing?
    var revocations: [RevocationPart]
    var size: SizePart?
    var canRenew: Bool
    var renewOpen: Bool
    var renewFields: [Field]
    var levelOpen: Bool
    var levelFields: [Field]
    var id: String
    var path: String
    var name: String
    var tags: [Badge]
    var canStop: Bool
    var canResume: Bool
    var answers: [Answer]
    var reach: Reach?
    var grants: [GrantRow]
    var hasGrants: Bool
    var grantNote: String
    var canGrant: Bool
    var grantOpen: Bool
    var actionChoices: [Option]
    var grantFields: [Field]
    var findings: [FindingRow]
    var hasFindings: Bool
    var findingNote: String
    var workflow: WorkflowPart?
    var account: AccountPart?
    var trusts: [TrustRow]
    var hasTrusts: Bool
    var trustNote: String
    var family: FamilyPart?
    var history: [HistoryRow]
    var hasHistory: Bool
    var events: [EventRow]
    var hasEvents: Bool
    var className: String
    var classMeans: String
    var reasons: [Prose]
    var hasReasons: Bool
    var registerNote: String
    var registerLabel: String
    var registerFields: [Field]
    var clients: [ClientRow]
    var hasClients: Bool
    /// Whether it may be given a secret or a key.
    var canProve: Bool
    var leases: [LeaseRow]
    var hasLeases: Bool
    var leaseNote: String
    var peopleList: [String]
    var environmentList: [String]
    var resourceList: [String]

    /// `entered` is what was typed into a form that was refused, and why; nil for a plain look.
    init(
        _ detail: IdentityDetail,
        family: IdentityFamily? = nil,
        standing: Standing.Facts? = nil,
        frame: Frame,
        entered: Refused? = nil,
        suggestions: Suggestions = Suggestions(),
        now: Instant,
    ) {
        let identity = detail.identity
        let identityClass = identity.classification.identityClass
        self.frame = frame
        self.standing = standing.map { Standing($0, of: identity, now: now) }
        revocations = (standing?.revocations ?? []).map { RevocationPart($0, now: now) }
        size = standing?.size.flatMap { SizePart($0, now: now) }
        canRenew = identity.state == .active
        renewOpen = entered?.form == .renew
        renewFields = IdentityForms.renew(of: identity, renewOpen ? entered : nil, now: now)
        levelOpen = entered?.form == .level
        levelFields = IdentityForms.level(of: identity, levelOpen ? entered : nil, now: now)
        id = identity.id.text
        path = Paths.identity(identity.id.text)
        name = identity.name
        tags = [
            Badge(identity.state), Badge(identityClass), Badge(identity.level),
            Badge(Words.of(identity.kind), tone: "plain"),
        ]
        if let environment = identity.environment { tags.append(Badge(environment, tone: "plain")) }
        canStop = identity.state != .suspended && identity.state != .retired
        canResume = identity.state == .suspended
        canGrant = identity.state != .retired
        answers = Answer.all(of: detail, now: now)
        let kind = Words.of(identity.kind)
        reach =
            detail.workflow.flatMap { Reach(name: identity.name, kind: kind, workflow: $0) }
            ?? detail.principal.flatMap {
                Reach(name: identity.name, kind: kind, account: $0, trusts: detail.trusts)
            }
        account = detail.principal.map { AccountPart($0, source: detail.source, identity: identity, now: now) }
        let key = identity.principal ?? identity.workflow ?? ""
        trusts = detail.trusts.prefix(40).map { TrustRow($0, of: key) }
        hasTrusts = !detail.trusts.isEmpty
        trustNote = Words.count(detail.trusts.count, "relationship")
        self.family = identity.workflow == nil ? nil : family.map { FamilyPart($0) }
        history = detail.history.prefix(20).map { HistoryRow($0, now: now) }
        hasHistory = !detail.history.isEmpty
        let open = detail.grants.filter { $0.isOpen(at: now) }
        grants = Self.rows(detail.grants, of: identity, now)
        hasGrants = !grants.isEmpty
        grantNote = "\(open.count) open of \(detail.grants.count)"
        grantOpen = entered?.form == .grant
        let typedGrant = grantOpen ? entered : nil
        let action = typedGrant?.value("action").flatMap(ActionClass.init) ?? .read
        actionChoices = ActionClass.allCases.map { Option($0.rawValue, $0.rawValue, selected: $0 == action) }
        grantFields = IdentityForms.grant(of: identity, typedGrant, now: now)
        findings = detail.findings.enumerated().map { FindingRow($1, open: $0 == 0) }
        hasFindings = !findings.isEmpty
        findingNote = hasFindings ? "worst first" : ""
        workflow = detail.workflow.map { WorkflowPart($0, source: detail.source, identity: identity, now: now) }
        events = detail.events.prefix(15).map { EventRow($0, now: now) }
        hasEvents = !events.isEmpty
        className = Words.of(identityClass)
        classMeans = Self.means(identityClass)
        reasons = identity.classification.reasons.map { Prose($0) }
        hasReasons = !reasons.isEmpty
        registerNote = detail.missing.isEmpty ? "complete" : "\(detail.missing.count) missing"
        registerLabel = [.discovered, .proposed].contains(identity.state) ? "Register" : "Save"
        registerFields = IdentityForms.register(detail, entered?.form == .register ? entered : nil, now: now)
        clients = detail.clients.map { client in
            let ended = client.revoked != nil || client.expires <= now
            return ClientRow(
                kind: client.kind == .secret ? "secret" : "public key",
                id: client.id,
                status: client.revoked != nil ? "revoked" : (ended ? "ended" : "ends"),
                expires: Moment(client.revoked ?? client.expires, now: now),
            )
        }
        hasClients = !clients.isEmpty
        canProve = identity.state == .active
        let usable = detail.leases.filter { $0.isUsable(at: now) }.count
        leases = detail.leases.sorted { $0.issued > $1.issued }.prefix(6).map { Self.row($0, now) }
        hasLeases = !leases.isEmpty
        leaseNote = detail.leases.isEmpty ? "" : "\(usable) usable now"
        peopleList = suggestions.people
        environmentList = suggestions.environments
        resourceList = suggestions.resources
    }

    private static func rows(_ grants: [Grant], of identity: Identity, _ now: Instant) -> [GrantRow] {
        let first = grants.map(\.begins).min() ?? now
        let last = grants.map(\.ends).max() ?? now
        let frame = min(first, now)...max(last, now)
        let sorted = grants.sorted { ($0.isOpen(at: now) ? 0 : 1, $0.ends) < ($1.isOpen(at: now) ? 0 : 1, $1.ends) }
        return sorted.map { grant in
            let open = grant.isOpen(at: now)
            let ends = grant.revoked ?? grant.ends
            return GrantRow(
                action: Badge(grant.action),
                resource: grant.resource.description,
                reason: grant.reason,
                life: Lifetime(begins: grant.begins, ends: ends, open: open, frame: frame, now: now),
                ends: Moment(ends, now: now),
                status: open ? "open" : (grant.revoked != nil ? "revoked" : (grant.begins > now ? "not yet" : "ended")),
                by: grant.grantedBy,
                revokePath: open || grant.begins > now && grant.revoked == nil
                    ? "/grants/\(Percent.encode(grant.id.text))/revoke" : nil,
            )
        }
    }

    private static func row(_ lease: Lease, _ now: Instant) -> LeaseRow {
        let state =
            if lease.isUsable(at: now) {
                Badge("usable", tone: "good")
            } else if lease.revoked != nil {
                Badge("revoked", tone: "critical")
            } else {
                Badge("ended", tone: "info")
            }
        return LeaseRow(state: state, id: lease.id.text, ends: Moment(lease.revoked ?? lease.expires, now: now))
    }

    private static func means(_ identityClass: IdentityClass) -> String {
        let life = identityClass.longestTokenLife.components.seconds / 60
        let renewal = identityClass.renewalPeriod.components.seconds / 86_400
        return "Tokens of this class live \(life) minutes at most; it is renewed every \(renewal) days at least."
    }
}

/// What the forms offer to choose from.
struct Suggestions: Sendable {
    var people: [String] = []
    var environments: [String] = []
    var resources: [String] = []
}

/// A form that was refused, as it was typed.
struct Refused: Sendable {
    enum Form: Sendable {
        case register, grant, system, person, vendor, vendorStop, webhook, exception, breakGlass, renew, level, size
    }

    var form: Form
    var typed: FormData
    var failure: Failure

    func value(_ name: String) -> String? { typed.first(name) }

    func wrong(_ name: String) -> String? { failure.fields.first { $0.field == name }?.why }
}
