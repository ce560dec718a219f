import Domain

/// What surrounds each page: navigation, who is signed in, a notice on top.
struct Frame: Sendable {
    struct Link: Sendable {
        var href: String
        var label: String
        var icon: String
        var current: Bool
    }

    /// Pages that belong together.
    struct Group: Sendable {
        /// nil for the first, which needs no name.
        var groupName: String?
        var links: [Link]
    }

    /// Where the stylesheet and the script are; changes with their content, so that they can be cached for ever.
    var assets: String
    var version: String
    var nav: [Group]
    var person: String
    var roles: String
    var csrf: String
    var notice: Notice?

    enum Place: String {
        case overview, inbox
        case identities, systems, sources, vendors
        case requests, reviews, exceptions
        case breakGlass = "break-glass"
        case findings, policies, log
        case notifications, people

        var path: String { self == .overview ? "/" : "/" + rawValue }
    }

    private static let groups: [(name: String?, places: [Place])] = [
        (nil, [.overview, .inbox]),
        ("Estate", [.identities, .systems, .sources, .vendors]),
        ("Governance", [.requests, .reviews, .exceptions, .breakGlass]),
        ("Proof", [.findings, .policies, .log]),
        ("Running it", [.notifications, .people]),
    ]

    /// `user` is nil on pages outside a session; `csrf` is the token that each form carries.
    init(place: Place?, user: User?, csrf: String, assets: String, version: String, notice: Notice? = nil) {
        self.assets = assets
        self.version = version
        self.csrf = csrf
        self.notice = notice
        person = user?.name ?? ""
        roles = (user?.roles ?? []).map(\.rawValue).sorted().joined(separator: ", ")
        nav = Self.groups.map { group in
            Group(
                groupName: group.name,
                links: group.places.map { each in
                    Link(
                        href: each.path,
                        label: each == .breakGlass ? "Break-glass" : Words.sentence(each.rawValue),
                        icon: "icon-" + each.rawValue,
                        current: each == place,
                    )
                },
            )
        }
    }
}

/// What a page says on top: an outcome, or what is missing.
struct Notice: Sendable {
    var tone: String
    /// `status` for what went well, `alert` for what did not.
    var role: String
    var title: Prose
    var more: Prose?
    var points: [Prose]
    var hasPoints: Bool
    var advice: Prose?
    /// A time in large letters.
    var took: String?
    /// A secret that is shown this once.
    var once: String?

    init(
        good: Bool,
        _ title: String,
        text: String? = nil,
        points: [String] = [],
        advice: String? = nil,
        took: String? = nil,
        once: String? = nil,
    ) {
        tone = good ? "good" : "critical"
        role = good ? "status" : "alert"
        self.title = Prose(title)
        more = Prose(text)
        self.points = points.map { Prose($0) }
        hasPoints = !points.isEmpty
        self.advice = Prose(advice)
        self.took = took
        self.once = once
    }
}
