import ControlPlane
import Domain

/// The people who own, approve, look and administer.
struct PeoplePage: Sendable {
    struct Row: Sendable {
        var name: String
        var email: String
        var team: String
        var roles: [String]
        var status: Badge
        /// nil for whoever may not sign in.
        var linkPath: String?
    }

    var frame: Frame
    var headline: String
    var rows: [Row]
    var addOpen: Bool
    var fields: [Field]
    var roleChoices: [Option]

    init(_ users: [User], frame: Frame, entered: Refused? = nil) {
        self.frame = frame
        let gone = users.filter { $0.status != .active }.count
        headline = Words.count(users.count, "person", "people") + (gone == 0 ? "" : ", \(gone) no longer active")
        rows = users.sorted { $0.name < $1.name }.map { user in
            Row(
                name: user.name,
                email: user.email,
                team: user.team ?? "–",
                roles: user.roles.map(\.rawValue).sorted() + (user.sharedMailbox ? ["shared mailbox"] : []),
                status: Badge(user.status.rawValue, tone: user.status == .active ? "good" : "critical"),
                linkPath: user.status == .active ? "/people/\(Percent.encode(user.id.text))/link" : nil,
            )
        }
        addOpen = entered != nil
        let status = entered?.value("status") ?? "active"
        fields = [
            Field(
                "email",
                "Address",
                value: entered?.value("email"),
                type: "email",
                required: true,
                wrong: entered?.wrong("email")
            ),
            Field("name", "Name", value: entered?.value("name"), required: true, wrong: entered?.wrong("name")),
            Field("team", "Team", value: entered?.value("team"), wrong: entered?.wrong("team")),
            Field(
                "status",
                "Status",
                options: User.Status.allCases.map { Option($0.rawValue, $0.rawValue, selected: $0.rawValue == status) },
            ),
        ]
        let chosen = Set(entered?.typed.all("role") ?? ["viewer"])
        roleChoices = Role.allCases.map { Option($0.rawValue, $0.rawValue, selected: chosen.contains($0.rawValue)) }
    }
}
