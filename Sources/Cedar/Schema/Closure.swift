/// Reachability in a graph given by the parents of each node.
enum Closure {
    /// More pairs of nodes than any sensible schema has: a bound for schemas made to exhaust memory.
    static let pairLimit = 1_000_000

    /// Edges that may be followed in all.
    private static let stepLimit = 20_000_000

    /// For each node the nodes from which it is reached; a node is among its own only when it lies on a cycle.
    ///
    /// Nil when there are more than ``pairLimit`` pairs.
    static func descendants<Node: Hashable>(_ parents: [Node: Set<Node>]) -> [Node: Set<Node>]? {
        let nodes = Array(parents.keys)
        var numbers: [Node: Int] = [:]
        for (number, node) in nodes.enumerated() { numbers[node] = number }
        let edges = nodes.map { node in (parents[node] ?? []).compactMap { numbers[$0] } }
        var visitedFrom = [Int](repeating: -1, count: nodes.count)
        var found: [[Int]] = Array(repeating: [], count: nodes.count)
        var pairs = 0
        var steps = 0
        for start in nodes.indices {
            var rest = edges[start]
            while let node = rest.popLast() {
                steps += 1
                if visitedFrom[node] == start { continue }
                visitedFrom[node] = start
                found[node].append(start)
                pairs += 1
                if pairs > pairLimit || steps > stepLimit { return nil }
                rest += edges[node]
            }
        }
        var descendants: [Node: Set<Node>] = [:]
        for (number, starts) in found.enumerated() where !starts.isEmpty {
            descendants[nodes[number]] = Set(starts.lazy.map { nodes[$0] })
        }
        return descendants
    }
}
