import ControlPlane
import Domain

/// The companies that run integrations: who answers for them, until when, how much depends on each, and the way out.
struct VendorsPage: Sendable {
    struct Row: Sendable {
        var name: String
        var identities: String
        var identitiesHref: String
        var privileged: Badge?
        var share: Bar
        var systems: String
        var reaches: String?
        var runtimeOwner: String?
        var dataOwner: String?
        var contract: String?
        var ends: Moment?
        var late: Badge?
        var stopContact: String?
        var missing: Badge?
        var changeHref: String
        /// nil when it runs nothing that could be stopped.
        var stopHref: String?
    }

    var frame: Frame
    var headline: String
    var rows: [Row]
    var hasRows: Bool
    var formTitle: String
    var formOpen: Bool
    var fields: [Field]
    var peopleList: [String]

    /// `changing` is the vendor whose form is open; `people` are names by id.
    init(
        _ vendors: [VendorConcentration],
        people: [User],
        changing: String? = nil,
        frame: Frame,
        entered: Refused? = nil,
        now: Instant,
    ) {
        self.frame = frame
        let known = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let run = vendors.reduce(0) { $0 + $1.identities }
        headline =
            vendors.isEmpty
            ? "Nobody outside runs anything here"
            : "\(Words.count(vendors.count, "vendor")), \(Words.count(run, "identity", "identities")) run by them"
        rows = vendors.map { Self.row($0, known, now) }
        hasRows = !rows.isEmpty
        let chosen = vendors.first { $0.vendor.name == changing }
        formTitle = chosen.map { "Change \($0.vendor.name)" } ?? "Write down a vendor"
        formOpen = entered != nil || chosen != nil
        fields = Self.fields(chosen?.vendor, known, entered)
        peopleList = people.filter { $0.status == .active && !$0.sharedMailbox }.map(\.email).sorted()
    }

    private static func row(_ each: VendorConcentration, _ people: [ID<User>: User], _ now: Instant) -> Row {
        let vendor = each.vendor
        let percent = Int(each.share * 100)
        let link = "/vendors/\(Percent.encode(vendor.name))/stop"
        let days = vendor.contractEnds.map { ($0 - now).components.seconds / 86_400 }
        return Row(
            name: vendor.name,
            identities: Words.count(each.identities, "identity", "identities"),
            identitiesHref: Paths.link("/identities", [("vendor", vendor.name)]),
            privileged: each.privileged == 0 ? nil : Badge("\(each.privileged) privileged", tone: "critical"),
            share: Bar(
                "\(percent)% of all identities",
                percent,
                of: 100,
                fill: percent >= 25 ? "f-high" : "f-accent",
                href: "",
            ),
            systems: Words.count(each.systems, "system"),
            reaches: each.functions.isEmpty && each.environments.isEmpty
                ? nil : (each.functions + each.environments).joined(separator: ", "),
            runtimeOwner: vendor.runtimeOwner.map { people[$0]?.name ?? $0.text },
            dataOwner: vendor.dataOwner.map { people[$0]?.name ?? $0.text },
            contract: vendor.contractBegins.map { "since \($0.date)" },
            ends: Moment(vendor.contractEnds, now: now),
            late: days.flatMap { days in
                days < 0
                    ? Badge("has ended", tone: "critical") : days < 60 ? Badge("ends soon", tone: "medium") : nil
            },
            stopContact: vendor.stopContact,
            missing: each.missing.isEmpty
                ? nil
                : each.missing.count == 4
                    ? Badge("nothing written down", tone: "high")
                    : Badge("missing: " + each.missing.map(word).joined(separator: ", "), tone: "medium"),
            changeHref: Paths.link("/vendors", [("change", vendor.name)]) + "#vendor-form",
            stopHref: each.identities == 0 ? nil : link,
        )
    }

    private static func word(_ field: String) -> String {
        switch field {
        case "runtimeOwner": "runtime owner"
        case "dataOwner": "data owner"
        case "contractEnds": "contract end"
        case "stopContact": "whom to call"
        default: field
        }
    }

    private static func fields(_ vendor: Vendor?, _ people: [ID<User>: User], _ entered: Refused?) -> [Field] {
        func field(
            _ id: String,
            _ label: String,
            _ known: String?,
            type: String = "text",
            hint: String? = nil,
            list: String? = nil,
            required: Bool = false,
        ) -> Field {
            Field(
                id,
                label,
                value: entered?.value(id) ?? known,
                type: type,
                hint: hint,
                list: list,
                required: required,
                wrong: entered?.wrong(id),
            )
        }
        return [
            field("name", "Vendor", vendor?.name, hint: "As identities and systems name it", required: true),
            field(
                "runtimeOwner",
                "Runtime owner",
                vendor?.runtimeOwner.flatMap { people[$0]?.email },
                hint: "Answers for what they run",
                list: "people",
            ),
            field(
                "dataOwner",
                "Data owner",
                vendor?.dataOwner.flatMap { people[$0]?.email },
                hint: "Answers for the data they reach",
                list: "people",
            ),
            field("contractBegins", "Contract since", vendor?.contractBegins?.date, type: "date"),
            field(
                "contractEnds",
                "Contract until",
                vendor?.contractEnds?.date,
                type: "date",
                hint: "A review of all of theirs opens before",
            ),
            field(
                "stopContact",
                "Whom to call there",
                vendor?.stopContact,
                hint: "To have something stopped on their side",
            ),
        ]
    }
}

/// What a stop of everything a vendor runs would end, before it is confirmed.
struct VendorStopPage: Sendable {
    struct Row: Sendable {
        var name: String
        var href: String
        var state: Badge
        var identityClass: Badge
        var used: Moment?
    }

    var frame: Frame
    var name: String
    var path: String
    var headline: String
    var contact: String?
    var rows: [Row]
    var more: String?
    /// What was wrong with the form; nil when it was not sent.
    var wrong: String?

    init(
        _ vendor: Vendor,
        identities: Page<IdentitySummary>,
        frame: Frame,
        entered: Refused? = nil,
        now: Instant,
    ) {
        self.frame = frame
        name = vendor.name
        path = "/vendors/\(Percent.encode(vendor.name))/stop"
        headline = "\(Words.count(identities.total, "identity", "identities")) stop at once, everywhere"
        contact = vendor.stopContact
        rows = identities.items.map { summary in
            Row(
                name: summary.identity.name,
                href: Paths.identity(summary.identity.id.text),
                state: Badge(summary.identity.state),
                identityClass: Badge(summary.identity.classification.identityClass),
                used: Moment(summary.identity.lastUsed, now: now),
            )
        }
        let rest = identities.total - identities.items.count
        more = rest > 0 ? "and \(Words.grouped(rest)) more" : nil
        wrong = entered?.wrong("confirm") ?? entered?.wrong("reason")
    }
}
