import Domain

/// When workflows last ran, from the list of executions, which comes newest first.
struct N8nExecutions {
    /// Executions that are looked at: the last run of a workflow lies further back than anything that matters then.
    static let most = 10_000

    private(set) var lastRuns: [String: Instant] = [:]
    private(set) var count = 0
    private(set) var oldest: Instant?
    /// Whether there are more that were not looked at.
    private(set) var isCut = false

    /// - Returns: Whether more are wanted.
    mutating func take(_ execution: JSONValue) -> Bool {
        count += 1
        let started = execution["startedAt"]?.string.flatMap(Instant.init)
        let ended = execution["stoppedAt"]?.string.flatMap(Instant.init)
        if let time = ended ?? started, let workflow = execution["workflowId"]?.scalarText {
            lastRuns[workflow] = max(lastRuns[workflow] ?? time, time)
            let start = started ?? time
            oldest = min(oldest ?? start, start)
        }
        isCut = count >= Self.most
        return !isCut
    }

    /// What limits the answer, in words.
    var window: String {
        let since = oldest.map { "since \($0)" } ?? "there are none"
        let cut = isCut ? ", the last \(Self.most) only" : ""
        return
            "executions that n8n still keeps\(cut): \(since); it deletes old ones, and a workflow may be set to keep none"
    }
}
