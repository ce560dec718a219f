import ControlPlane
import Domain

/// What policy says of a request before it is sent, and what exactly would be approved.
struct PreviewPage: Sendable {
    struct Hidden: Sendable {
        var name: String
        var value: String
    }

    var frame: Frame
    var title: String
    var sentence: String
    var seats: [String]
    var hasSeats: Bool
    var when: String
    var policies: [String]
    var asked: [Fact]
    var action: String
    var hidden: [Hidden]
    var backHref: String
    var sendLabel: String

    init(
        _ new: NewRequest,
        _ preview: RequestPreview,
        form: FormData,
        action: String,
        names: [ID<User>: String],
        frame: Frame,
    ) {
        self.frame = frame
        let route = preview.route
        title = "\(RequestWords.of(new.kind)) \(preview.identity?.name ?? new.terms["subject"] ?? "")"
        sentence = Console.sentence(route.sentence)
        seats = route.seats.map(\.rawValue)
        hasSeats = !seats.isEmpty
        func days(_ duration: Duration) -> String {
            let hours = Int(duration.components.seconds / 3600)
            return hours < 48 ? Words.count(hours, "hour") : Words.count(hours / 24, "day")
        }
        when =
            route.seats.isEmpty
            ? "It is done as soon as you send it."
            : "To be decided within \(days(route.due)); the backup may decide after \(days(route.escalation)); it lapses after \(days(route.lapse))."
        policies = route.policies
        asked = RequestWords.facts(of: preview.proposal, names) + [Fact("Reason", new.reason)].compactMap(\.self)
        self.action = action
        hidden = form.pairs.filter { $0.name != "csrf" && $0.name != "step" }.map {
            Hidden(name: $0.name, value: $0.value)
        }
        backHref = preview.identity.map { Paths.identity($0.id.text) } ?? "/requests"
        sendLabel = route.seats.isEmpty ? "Do it" : "Send the request"
    }
}

/// How requests are told.
enum RequestWords {
    static func of(_ kind: ChangeRequest.Kind) -> String { words[kind] ?? Words.sentence(kind.rawValue) }

    private static let words: [ChangeRequest.Kind: String] = [
        .reduce: "Cut back", .breakGlass: "Break the glass for", .policyChange: "Change", .level: "Level of",
        .exception: "Accept a risk on", .rotate: "Rotate", .grant: "Grant to", .expand: "Grant more to",
    ]

    /// What a proposal asks for, with people by their names.
    static func facts(of proposal: Proposal, _ names: [ID<User>: String]) -> [Fact] {
        let grants = proposal.grants.map { grant in
            Fact(Words.sentence(grant.action.rawValue), "`\(grant.resource)` until \(grant.ends.date)" + further(grant))
        }
        let terms = proposal.terms.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { name, value in
            Fact(Words.sentence(name), told(value, names))
        }
        return grants + terms
    }

    private static func told(_ value: String, _ names: [ID<User>: String]) -> String {
        if let user = ID<User>(value) { return names[user] ?? value }
        return value.contains("T") ? Instant(value)?.date ?? value : value
    }

    private static func further(_ grant: ProposedGrant) -> String {
        var parts: [String] = []
        if let task = grant.task { parts.append("for task \(task)") }
        if let direction = grant.direction { parts.append("only \(direction.rawValue) it") }
        if !grant.conditions.networks.isEmpty {
            parts.append("from \(grant.conditions.networks.joined(separator: ", "))")
        }
        if let hours = grant.conditions.hours { parts.append("\(hours) UTC") }
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }
}
