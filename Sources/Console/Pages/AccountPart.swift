import Domain

/// What the source says of the account, role or app behind an identity.
struct AccountPart: Sendable {
    struct RightRow: Sendable {
        var may: Badge
        var operations: String
        var on: String
        var through: String
        var inherited: String?
        var ifSo: String?
        var because: Prose
    }

    var standing: String
    var accountFacts: [WorkflowPart.Fact]
    var rights: [RightRow]
    var hasRights: Bool
    var rightsNote: String

    /// More than these are counted, not shown.
    private static let mostShown = 40

    init(_ principal: Principal, source: Source?, identity: Identity, now: Instant) {
        standing =
            principal.active.map { $0 ? "switched on" : "switched off" }
            ?? source?.description.blindSpot(.activeFlag) ?? "its source does not say whether it is on"
        var facts: [WorkflowPart.Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(WorkflowPart.Fact(label: label, value: value)) }
        }
        add("Source", source.map { "\($0.description.format), \($0.description.root)" })
        add("Key", principal.key)
        add("Kind there", principal.kind.rawValue)
        add("File", principal.path)
        add("Owner there", principal.owner?.text)
        add("Vendor", principal.vendor)
        add("Granted by", principal.grantor)
        add("Purpose there", principal.purpose)
        add("Belongs to", principal.memberOf.joined(separator: ", "))
        add(
            "Credentials",
            principal.credentials.map { "\($0.name ?? $0.id ?? "unnamed") (\($0.kind))" }.joined(separator: ", ")
        )
        add("Made", principal.createdAt.map { Moment($0, now: now).text })
        let unknownUse = source?.description.blindSpot(.lastUse) ?? "never, as far as its source knows"
        add("Last used", principal.lastUsed.map { Moment($0, now: now).text } ?? unknownUse)
        add("Ends there", principal.expires.map { Moment($0, now: now).text })
        add("Gone", identity.vanished.map { "vanished from its source \(Moment($0, now: now).text)" })
        for (label, value) in principal.detail.sorted(by: { $0.key < $1.key }) { add(Words.sentence(label), value) }
        accountFacts = facts
        rights = principal.rights.prefix(Self.mostShown).map { Self.row($0, of: principal) }
        hasRights = !rights.isEmpty
        let more = principal.rights.count - rights.count
        rightsNote =
            more > 0 ? "the strongest \(rights.count) of \(principal.rights.count)" : "in effect, strongest first"
    }

    private static func row(_ right: Right, of principal: Principal) -> RightRow {
        let shown = right.operations.prefix(8).joined(separator: ", ")
        let more = right.operations.count > 8 ? " and \(right.operations.count - 8) more" : ""
        return RightRow(
            may: Badge(right.action),
            operations: shown + more,
            on: right.resource == "*" ? "everything" : right.resource,
            through: right.via,
            inherited: principal.memberOf.first { right.via.contains(shortName($0)) }.map {
                "inherited from \(shortName($0))"
            },
            ifSo: right.condition.map { "if \($0)" },
            because: Prose(right.effect.reason),
        )
    }

    private static func shortName(_ key: String) -> String {
        key.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? key
    }
}

/// One trust relationship, seen from the identity.
struct TrustRow: Sendable {
    var way: Badge
    var sentence: Prose

    init(_ trust: Trust, of key: String) {
        let tone = trust.isOpenToEveryone ? "critical" : trust.isExternal ? "medium" : "plain"
        way = Badge(trust.to == key ? "inwards" : "outwards", tone: tone)
        sentence = Prose(trust.words(seenFrom: key))
    }
}

/// One change of a definition.
struct HistoryRow: Sendable {
    var seen: Moment
    var differences: [Prose]
    var seenBy: String?
    var digests: String

    init(_ change: DefinitionChange, now: Instant) {
        seen = Moment(change.at, now: now)
        differences = change.changes.prefix(30).map { Prose($0) }
        seenBy = change.importedBy
        digests =
            change.before.isEmpty && change.after.isEmpty
            ? "" : "\(change.before.prefix(10)) → \(change.after.prefix(10))"
    }
}
