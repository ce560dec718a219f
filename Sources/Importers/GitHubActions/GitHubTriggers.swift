import Domain
import YAML

/// What starts a workflow, from `on:` as a text, a list or a map.
struct GitHubTriggers: Sendable, Hashable {
    /// Names of events, sorted, each once.
    private(set) var events: [String] = []
    /// Cron lines, in the order of the text.
    private(set) var schedules: [String] = []
    /// Names of workflows whose end starts this one.
    private(set) var workflows: [String] = []

    init(_ on: YAMLNode?) {
        guard let on else { return }
        let names: [String]
        switch on.content {
        case .scalar(let text, _): names = on.isNull ? [] : [text]
        case .list(let elements): names = elements.compactMap(\.asText)
        case .map(let pairs): names = pairs.map(\.key)
        }
        events = Set(names.filter { !$0.isEmpty }).sorted()
        schedules = on.elements(of: "schedule").compactMap { $0["cron"]?.asText }
        workflows = on["workflow_run"]?["workflows"]?.asTexts ?? []
    }

    var triggers: [Trigger] {
        events.flatMap { event -> [Trigger] in
            switch event {
            case "schedule" where !schedules.isEmpty:
                schedules.map { Trigger(kind: .schedule, step: event, schedule: $0) }
            case "schedule": [Trigger(kind: .schedule, step: event)]
            case "workflow_dispatch": [Trigger(kind: .manual, step: event)]
            default: [Trigger(kind: .event, step: event)]
            }
        }
    }

    /// Events that a stranger can cause and that run with the repository's own token and secrets.
    var openEvents: [String] { events.filter(Self.open.contains) }

    /// Source: GitHub's documentation of events; those that forks, comments and issues of anybody cause.
    private static let open: Set<String> = [
        "pull_request_target", "issue_comment", "issues", "discussion", "discussion_comment", "fork", "watch",
    ]
}
