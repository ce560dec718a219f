import Domain

/// Finds workflows that call each other in a circle, which GitHub refuses to run.
struct GitHubCircles {
    private let calls: [String: [String]]
    private let paths: [String: String]

    init(_ workflows: [Workflow]) {
        calls = Dictionary(workflows.map { ($0.key, $0.calls) }) { first, _ in first }
        paths = Dictionary(workflows.map { ($0.key, $0.path) }) { first, _ in first }
    }

    /// One remark a workflow that can reach itself through calls, in the order of keys.
    var remarks: [Rejection] {
        calls.keys.sorted().filter(reachesItself).compactMap { key in
            paths[key].map {
                Rejection(path: $0, reason: "workflow `\(key)` calls itself through others; GitHub refuses to run it")
            }
        }
    }

    private func reachesItself(_ key: String) -> Bool {
        guard let first = calls[key], !first.isEmpty else { return false }
        var seen: Set<String> = []
        var waiting = first
        while let next = waiting.popLast() {
            if next == key { return true }
            if seen.insert(next).inserted { waiting += calls[next] ?? [] }
        }
        return false
    }
}
