import Domain

/// What starts a flow.
enum NodeREDTriggers {
    /// The trigger that a node is; nil when it is none.
    ///
    /// Its step is named when the flow is put together.
    static func trigger(of node: JSONValue, type: String, catalogue: Catalogue) -> Trigger? {
        switch type {
        case "http in":
            let method = node["method"]?.string?.uppercased() ?? "GET"
            let path = node["url"]?.string ?? ""
            return Trigger(kind: .webhook, step: "", callback: Callback(methods: [method], path: path))
        case "inject":
            let schedule = schedule(of: node)
            return Trigger(kind: schedule == nil ? .manual : .schedule, step: "", schedule: schedule)
        default: break
        }
        switch catalogue.connector(type, on: "node-red")?.trigger {
        case "schedule": return Trigger(kind: .schedule, step: "", schedule: expressions(of: node))
        case "manual": return Trigger(kind: .manual, step: "")
        case "event": return Trigger(kind: .event, step: "")
        case "webhook": return Trigger(kind: .webhook, step: "", callback: Callback(methods: ["POST"], path: ""))
        default: return nil
        }
    }

    /// `repeat` in seconds or `crontab`; without either it is started by hand, or once when the flows are.
    private static func schedule(of node: JSONValue) -> String? {
        if let line = node["crontab"]?.string, !line.isEmpty { return line }
        guard let seconds = node["repeat"]?.scalarText, !seconds.isEmpty, seconds != "0" else { return nil }
        return "every \(seconds) s"
    }

    /// The cron lines of a node that has several.
    private static func expressions(of node: JSONValue) -> String? {
        let lines = node.elements(of: "options").compactMap { $0["expression"]?.string }.filter { !$0.isEmpty }
        return lines.isEmpty ? nil : lines.joined(separator: "; ")
    }
}
