/// Groups of things that lead to each other in a circle, each thing in one group at most.
///
/// - Parameter edges: Where each thing leads; what has no entry leads nowhere.
/// - Returns: Each group of more than one, and each thing that leads to itself, sorted; in the order of their first.
///
/// Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972; without recursion, since chains may be long.
func circles(in edges: [String: [String]]) -> [[String]] {
    var index: [String: Int] = [:]
    var low: [String: Int] = [:]
    var onStack: Set<String> = []
    var stack: [String] = []
    var groups: [[String]] = []
    for start in edges.keys.sorted() where index[start] == nil {
        var path: [(name: String, next: Int)] = []
        func enter(_ name: String) {
            index[name] = index.count
            low[name] = index[name]
            stack.append(name)
            onStack.insert(name)
            path.append((name, 0))
        }
        enter(start)
        while let top = path.last {
            let targets = edges[top.name] ?? []
            if top.next < targets.count {
                path[path.count - 1].next += 1
                let target = targets[top.next]
                if index[target] == nil {
                    enter(target)
                } else if onStack.contains(target) {
                    low[top.name] = min(low[top.name] ?? 0, index[target] ?? 0)
                }
                continue
            }
            path.removeLast()
            if let parent = path.last { low[parent.name] = min(low[parent.name] ?? 0, low[top.name] ?? 0) }
            guard low[top.name] == index[top.name] else { continue }
            var group: [String] = []
            while let name = stack.popLast() {
                onStack.remove(name)
                group.append(name)
                if name == top.name { break }
            }
            if group.count > 1 || targets.contains(top.name) { groups.append(group.sorted()) }
        }
    }
    return groups.sorted { $0.lexicographicallyPrecedes($1) }
}
