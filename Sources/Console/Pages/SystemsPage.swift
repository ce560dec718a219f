import ControlPlane
import Domain

/// The systems that integrations act on.
struct SystemsPage: Sendable {
    struct Row: Sendable {
        var title: String
        var name: String
        var environment: String
        var about: String?
        var upstream: String?
        var credential: Badge?
        var injection: String
        var sealPath: String?
        var grants: String
        var level: LevelForm
    }

    var frame: Frame
    var headline: String
    var rows: [Row]
    var hasRows: Bool
    var addOpen: Bool
    var fields: [Field]
    var peopleList: [String] = []
    var environmentList: [String]
    var resourceList: [String] = []

    init(
        _ systems: [SystemSummary],
        levels: [LevelSummary] = [],
        frame: Frame,
        entered: Refused? = nil,
        now: Instant,
    ) {
        self.frame = frame
        let behind = systems.filter { $0.system.upstream != nil }.count
        headline = "\(Words.count(systems.count, "system")), \(behind) behind the gateway"
        rows = systems.map { Self.row($0, levels, now) }
        hasRows = !systems.isEmpty
        addOpen = entered != nil
        fields = Self.fields(entered)
        environmentList = Set(systems.map(\.system.environment)).sorted()
    }

    private static func row(_ summary: SystemSummary, _ levels: [LevelSummary], _ now: Instant) -> Row {
        let system = summary.system
        let wants = system.injection != .none
        let about = [system.function, system.vendor, system.region].compactMap(\.self) + system.dataClasses
        return Row(
            title: system.title,
            name: system.name,
            environment: system.environment,
            about: about.isEmpty ? nil : about.joined(separator: ", "),
            upstream: system.upstream,
            credential: wants
                ? (summary.hasCredential ? Badge("sealed", tone: "good") : Badge("missing", tone: "high")) : nil,
            injection: words(system.injection),
            sealPath: wants ? "/systems/\(Percent.encode(system.name))/credential" : nil,
            grants: Words.grouped(summary.openGrants),
            level: LevelForm(LevelSetting.Subject(.system, system.name), name: system.title, of: levels, now: now),
        )
    }

    private static func words(_ injection: System.Injection) -> String {
        switch injection {
        case .none: "needs none"
        case .bearer: "as Authorization: Bearer"
        case .basic: "as Authorization: Basic"
        case .header(let name): "in header \(name)"
        }
    }

    private static func fields(_ entered: Refused?) -> [Field] {
        func field(
            _ id: String,
            _ label: String,
            placeholder: String = "",
            hint: String? = nil,
            list: String? = nil,
            required: Bool = false,
        ) -> Field {
            Field(
                id,
                label,
                value: entered?.value(id),
                placeholder: placeholder,
                hint: hint,
                list: list,
                required: required,
                wrong: entered?.wrong(id),
            )
        }
        let injection = entered?.value("injection") ?? "bearer"
        return [
            field("name", "Name", placeholder: "crm", hint: "In scopes and gateway paths: a–z, 0–9, -", required: true),
            field("title", "Title", placeholder: "Customer records", required: true),
            field("environment", "Environment", placeholder: "production", list: "environments", required: true),
            field("upstream", "Gateway forwards to", placeholder: "https://crm.internal"),
            Field(
                "injection",
                "Its credential goes",
                options: [
                    Option("bearer", "as a bearer token", selected: injection == "bearer"),
                    Option("basic", "as user:password", selected: injection == "basic"),
                    Option("header", "in a header", selected: injection == "header"),
                    Option("none", "nowhere", selected: injection == "none"),
                ],
            ),
            field("header", "Header", placeholder: "X-Api-Key", hint: "Only when it goes in a header"),
            field("vendor", "Vendor"),
            field("function", "Business function"),
            field("dataClasses", "Data classes", placeholder: "personal, financial"),
            field(
                "adminPaths",
                "Admin paths",
                placeholder: "/admin, /users",
                hint: "Every method on them counts as admin"
            ),
        ]
    }
}
