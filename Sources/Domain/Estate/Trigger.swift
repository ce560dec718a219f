/// What starts a workflow.
package struct Trigger: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case webhook, schedule, event, manual
    }

    package var kind: Kind
    /// Name of the step that is the trigger.
    package var step: String
    package var callback: Callback?
    /// The schedule as the source writes it (a cron line, an interval).
    package var schedule: String?

    package init(kind: Kind, step: String, callback: Callback? = nil, schedule: String? = nil) {
        self.kind = kind
        self.step = step
        self.callback = callback
        self.schedule = schedule
    }
}

/// An address at which others start a workflow.
package struct Callback: Sendable, Hashable, Codable {
    /// Upper-case HTTP methods, sorted.
    package var methods: [String]
    package var path: String
    /// How callers prove themselves; nil means that anyone may call.
    package var authentication: String?

    package init(methods: [String], path: String, authentication: String? = nil) {
        self.methods = methods
        self.path = path
        self.authentication = authentication
    }
}
