import Cedar
import Domain

extension Grant {
    /// The grant as a Cedar policy of its own, when it holds under conditions; nil when a link of a template says it all.
    var conditionalPolicy: String? {
        let conditions = conditionsText
        guard !conditions.isEmpty else { return nil }
        return """
            permit (
                principal == \(Vocabulary.uid(identity)),
                action == \(Vocabulary.uid(action)),
                resource in \(Vocabulary.uid(resource))
            )
            when { \(conditions.joined(separator: " && ")) };
            """
    }

    /// What it asks of a request beside its resource, in Cedar; empty for nothing.
    var conditionsText: [String] {
        var text: [String] = []
        if let direction { text.append("context.direction == \(quoted(direction.rawValue))") }
        if let task { text.append("context has task && context.task == \(quoted(task))") }
        if let purpose = conditions.purpose {
            text.append("context has purpose && context.purpose == \(quoted(purpose))")
        }
        if !conditions.networks.isEmpty {
            let ranges = conditions.networks.map { "context.address.isInRange(ip(\(quoted($0))))" }
            text.append("context has address && (\(ranges.joined(separator: " || ")))")
        }
        if let hours = conditions.hours {
            let from = "context.now.toTime() >= duration(\"\(hours.from)m\")"
            let until = "context.now.toTime() < duration(\"\(hours.until)m\")"
            text.append(hours.from < hours.until ? "\(from) && \(until)" : "(\(from) || \(until))")
        }
        if let limit = conditions.perMinute {
            text.append("context has lastMinute && context.lastMinute < \(limit)")
        }
        return text
    }

    private func quoted(_ text: String) -> String { Value.text(text).description }
}

extension GrantConditions {
    /// Networks that are no ranges of addresses; a grant with one of these would permit nothing.
    package var unreadableNetworks: [String] { networks.filter { (try? IPRange(Text($0))) == nil } }
}
