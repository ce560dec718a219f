/// A document under construction: a stack of open lists and maps, and what anchors stand for.
struct YAMLTree {
    enum Kind {
        case list, map
    }

    struct Scalar {
        var text: String
        var isPlain: Bool
        var anchor: String?
    }

    private struct Open {
        var kind: Kind
        var anchor: String?
        var line: Int
        var column: Int
        var elements: [YAMLNode] = []
        var pairs: [YAMLPair] = []
        /// Keys so far, once there are too many to look through.
        var keys: Set<String> = []
        var key: String?
        /// What `<<` names, in the order of the text.
        var merged: [YAMLNode] = []
        /// Whether the key being read is a plain `<<`.
        var isMerge = false
        /// Nodes in it, aliases expanded; and levels below it.
        var count = 1
        var height = 0
    }

    /// What an anchor stands for, with its number of nodes and levels.
    private struct Anchored {
        var node: YAMLNode
        var count: Int
        var height: Int
    }

    let limits: YAMLLimits
    private(set) var root = YAMLNode(.scalar("", isPlain: true))
    private var stack: [Open] = []
    private var anchors: [String: Anchored] = [:]
    private var count = 0
    private var expanded = 0

    init(limits: YAMLLimits) {
        self.limits = limits
    }

    mutating func open(_ kind: Kind, anchor: String?, line: Int, column: Int) throws(YAMLProblem) {
        if let top = stack.last, top.kind == .map, top.key == nil {
            let reason = "a key that is itself a list or map; write `{{ … }}` and its like in quotes"
            throw YAMLProblem(reason)
        }
        guard stack.count < limits.depth else {
            throw YAMLProblem("more than \(limits.depth) lists and maps within each other; flatten it")
        }
        if let anchor { anchors[anchor] = nil }
        stack.append(Open(kind: kind, anchor: anchor, line: line, column: column))
    }

    mutating func close() throws(YAMLProblem) {
        guard let open = stack.popLast() else { return }
        let node: YAMLNode
        var count = open.count
        switch open.kind {
        case .list: node = YAMLNode(.list(open.elements), line: open.line, column: open.column)
        case .map:
            let pairs = open.merged.isEmpty ? open.pairs : try merge(open, count: &count)
            node = YAMLNode(.map(pairs), line: open.line, column: open.column)
        }
        try place(node, count: count, height: open.height + 1, anchor: open.anchor)
    }

    mutating func add(scalar: Scalar, line: Int, column: Int) throws(YAMLProblem) {
        let node = YAMLNode(.scalar(scalar.text, isPlain: scalar.isPlain), line: line, column: column)
        if let top = stack.last, top.kind == .map, top.key == nil {
            if let anchor = scalar.anchor { anchors[anchor] = Anchored(node: node, count: 1, height: 0) }
            return try take(key: scalar.text, isMerge: scalar.isPlain && scalar.text == "<<")
        }
        try place(node, count: 1, height: 0, anchor: scalar.anchor)
    }

    mutating func alias(_ name: String, line: Int, column: Int) throws(YAMLProblem) {
        guard let anchored = anchors[name] else {
            let isInside = stack.contains { $0.anchor == name }
            throw YAMLProblem(
                isInside
                    ? "alias `*\(name)` stands inside what it names; it would never end"
                    : "alias `*\(name)` names nothing; define `&\(name)` before it"
            )
        }
        if let top = stack.last, top.kind == .map, top.key == nil {
            guard let text = anchored.node.asText else {
                throw YAMLProblem("alias `*\(name)` is a key and stands for a list or map; use a text as key")
            }
            return try take(key: text, isMerge: false)
        }
        guard stack.count + anchored.height <= limits.depth else {
            throw YAMLProblem("with alias `*\(name)` more than \(limits.depth) lists and maps lie within each other")
        }
        try spend(anchored.count)
        try place(anchored.node, count: anchored.count, height: anchored.height, anchor: nil)
    }

    // MARK: - Parts

    private mutating func take(key: String, isMerge: Bool) throws(YAMLProblem) {
        let top = stack.count - 1
        stack[top].isMerge = isMerge
        stack[top].key = key
        guard !isMerge else { return }
        let isKnown: Bool
        if stack[top].pairs.count < 8 {
            isKnown = stack[top].pairs.contains { $0.key == key }
        } else {
            if stack[top].keys.isEmpty { stack[top].keys = Set(stack[top].pairs.map(\.key)) }
            isKnown = !stack[top].keys.insert(key).inserted
        }
        if isKnown { throw YAMLProblem("key `\(shortened(key))` stands twice in one map; remove or rename one") }
    }

    private mutating func place(_ node: YAMLNode, count: Int, height: Int, anchor: String?) throws(YAMLProblem) {
        if let anchor { anchors[anchor] = Anchored(node: node, count: count, height: height) }
        self.count += 1
        guard self.count + expanded <= limits.nodes else {
            throw YAMLProblem("more than \(limits.nodes) nodes in one document; split it")
        }
        guard !stack.isEmpty else {
            root = node
            return
        }
        let top = stack.count - 1
        stack[top].count += count
        stack[top].height = max(stack[top].height, height)
        guard stack[top].kind == .map else {
            stack[top].elements.append(node)
            return
        }
        let key = stack[top].key ?? ""
        stack[top].key = nil
        if stack[top].isMerge {
            stack[top].merged.append(contentsOf: try maps(node))
        } else {
            stack[top].pairs.append(YAMLPair(key, node))
        }
    }

    /// What a merge key names: a map or a list of maps.
    private func maps(_ node: YAMLNode) throws(YAMLProblem) -> [YAMLNode] {
        let nodes = node.asList ?? [node]
        guard nodes.allSatisfy({ $0.asMap != nil }) else {
            throw YAMLProblem("`<<` names something that is no map", line: node.line, column: node.column)
        }
        return nodes
    }

    /// The entries of a map with those that it merges in: its own win, then those of the map named first.
    private mutating func merge(_ open: Open, count: inout Int) throws(YAMLProblem) -> [YAMLPair] {
        var known = Set(open.pairs.map(\.key))
        var added: [YAMLPair] = []
        for map in open.merged {
            for pair in map.asMap ?? [] where known.insert(pair.key).inserted { added.append(pair) }
        }
        try spend(added.count)
        count += added.count
        return added + open.pairs
    }

    /// Counts nodes that a document does not spell out.
    private mutating func spend(_ count: Int) throws(YAMLProblem) {
        expanded += count
        guard expanded <= limits.expandedNodes else {
            let reason = "aliases stand for more than \(limits.expandedNodes) nodes; write out what is needed"
            throw YAMLProblem(reason)
        }
    }

    private func shortened(_ key: String) -> String { key.count > 60 ? key.prefix(60) + "…" : key }
}
