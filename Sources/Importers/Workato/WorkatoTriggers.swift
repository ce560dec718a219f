import Domain

/// What starts a recipe.
enum WorkatoTriggers {
    /// The trigger that a recipe begins with.
    ///
    /// Requests to the API platform get their addresses later, from the endpoints of the source.
    static func trigger(_ block: JSONValue, connector: String, step: String) -> Trigger {
        let input = block["input"]
        switch connector {
        case "clock": return Trigger(kind: .schedule, step: step, schedule: schedule(input))
        case "workato_webhooks":
            let suffix = input?["webhook_suffix"]?.string ?? input?["event_name"]?.string ?? ""
            let method = input?["webhook_method"]?.string ?? input?["verb"]?.string ?? "POST"
            let callback = Callback(methods: [method.uppercased()], path: "webhooks/rest/\(suffix)")
            return Trigger(kind: .webhook, step: step, callback: callback)
        case "workato_recipe_function": return Trigger(kind: .manual, step: step)
        default: return Trigger(kind: .event, step: step)
        }
    }

    /// What the clock is set to, in the order of the file: `time_unit=minutes trigger_every=5`.
    private static func schedule(_ input: JSONValue?) -> String? {
        let parts = (input?.members).map { members in
            members.compactMap { name, value in
                value.isNull ? nil : value.scalarText.map { "\(name.string ?? "")=\($0)" }
            }
        }
        return parts.flatMap { $0.isEmpty ? nil : $0.joined(separator: " ") }
    }
}
