/// Who is a copy of whom, over all workflows of all sources.
///
/// A value: the same workflows in the same order give the same answer. Time and memory follow their number; a family is
/// found without looking at those that are not like it.
package struct Lineage: Sendable {
    /// Graphs count as nearly the same from this likeness on.
    ///
    /// Measured by brute force on 1,306 public n8n graphs: 615 pairs are equal and 166 more reach 0.8, which is one node
    /// added or exchanged in a flow of ten. Between 0.5 and 0.8 lie 1,321 pairs, mostly short flows of one common pattern.
    package static let threshold = 0.8

    package let entries: [LineageEntry]
    private let index: LikenessIndex
    private let byKey: [String: [Int]]
    private let byGraph: [String: [Int]]
    private let byOrigin: [String: [Int]]

    package init(_ entries: [LineageEntry]) {
        self.entries = entries
        index = LikenessIndex(entries.map(\.sketch))
        var byKey: [String: [Int]] = [:]
        var byGraph: [String: [Int]] = [:]
        var byOrigin: [String: [Int]] = [:]
        for (number, entry) in entries.enumerated() {
            byKey[entry.workflow.key, default: []].append(number)
            if let graph = entry.workflow.graphKey { byGraph[graph, default: []].append(number) }
            if let origin = entry.workflow.origin { byOrigin[origin, default: []].append(number) }
        }
        self.byKey = byKey
        self.byGraph = byGraph
        self.byOrigin = byOrigin
    }

    /// Those that hang together by near-equal graphs, as places in `entries`, largest group first.
    package var groups: [[Int]] { index.groups(atLeast: Self.threshold) }

    /// The kin of a workflow: closest relation first, then by likeness, name and source.
    package func family(of key: String, in source: ID<Source>) -> [Kin] {
        guard let number = byKey[key]?.first(where: { entries[$0].source == source }) else { return [] }
        let subject = entries[number]
        var likeness: [Int: Double] = [:]
        if let sketch = subject.sketch {
            for (other, share) in index.like(sketch, atLeast: Self.threshold) { likeness[other] = share }
        }
        var met = Set(likeness.keys)
        met.formUnion(byKey[key] ?? [])
        if let graph = subject.workflow.graphKey { met.formUnion(byGraph[graph] ?? []) }
        met.formUnion(byOrigin[key] ?? [])
        if let origin = subject.workflow.origin {
            met.formUnion(byOrigin[origin] ?? [])
            met.formUnion(byKey[origin] ?? [])
        }
        met.remove(number)
        return met.sorted().compactMap { relative(of: subject, entries[$0], likeness: likeness[$0]) }.sorted {
            left,
            right in
            if left.relation != right.relation { return left.relation < right.relation }
            if left.likeness != right.likeness { return left.likeness > right.likeness }
            return (left.name, left.sourceName, left.key) < (right.name, right.sourceName, right.key)
        }
    }

    private func relative(of subject: LineageEntry, _ other: LineageEntry, likeness: Double?) -> Kin? {
        guard let relation = relation(subject, other, likeness) else { return nil }
        let (left, right) = (subject.workflow, other.workflow)
        let isSame = left.graphKey != nil && left.graphKey == right.graphKey
        let share =
            isSame ? 1 : likeness ?? (subject.sketch.flatMap { one in other.sketch.map { one.likeness(to: $0) } } ?? 0)
        let isOnePlatform =
            subject.source == other.source || left.instance != nil && left.instance == right.instance
        let comparison = StepComparison(left, right, isOnePlatform: isOnePlatform)
        return Kin(
            relation: relation,
            likeness: share,
            source: other.source,
            key: right.key,
            name: right.name,
            path: right.path,
            sourceName: other.description.root,
            environment: other.environment,
            team: other.team,
            created: right.createdAt,
            boundaries: boundaries(subject, other),
            shared: comparison.shared,
            reasons: [Self.words(relation, subject, other)] + comparison.differences,
        )
    }

    private func relation(_ subject: LineageEntry, _ other: LineageEntry, _ likeness: Double?) -> Kin.Relation? {
        let (left, right) = (subject.workflow, other.workflow)
        let isElsewhere = subject.source != other.source
        if isElsewhere, subject.description.format == other.description.format, isDeployment(subject, other, likeness) {
            return .deployment
        }
        let isOrigin = left.origin == right.key || right.origin == left.key
        if isOrigin, !isElsewhere || left.instance != nil && left.instance == right.instance { return .origin }
        if let clone = left.cloneKey, clone == right.cloneKey { return .clone }
        if let graph = left.graphKey, graph == right.graphKey { return .copy }
        if likeness != nil { return .near }
        if let origin = left.origin, origin == right.origin { return .template }
        return nil
    }

    /// Whether both are one workflow of one repository or one platform, on two branches or in two environments.
    private func isDeployment(_ subject: LineageEntry, _ other: LineageEntry, _ likeness: Double?) -> Bool {
        let (left, right) = (subject.workflow, other.workflow)
        let isSameID = left.key == right.key && left.key != left.path
        let isSamePlace = left.path == right.path && left.name == right.name
        guard isSameID || isSamePlace else { return false }
        if let repository = subject.repository, repository == other.repository { return true }
        return isSameID && subject.environment != nil && other.environment != nil
            && subject.environment != other.environment
    }

    private func boundaries(_ subject: LineageEntry, _ other: LineageEntry) -> [String] {
        var boundaries: [String] = []
        if subject.source != other.source { boundaries.append("another source") }
        if let left = subject.workflow.instance, let right = other.workflow.instance, left != right {
            boundaries.append("another instance")
        }
        if let left = subject.team, let right = other.team, left != right { boundaries.append("another team") }
        if let left = subject.environment, let right = other.environment, left != right {
            boundaries.append("another environment")
        }
        return boundaries
    }

    private static func words(_ relation: Kin.Relation, _ subject: LineageEntry, _ other: LineageEntry) -> String {
        switch relation {
        case .origin:
            return subject.workflow.origin == other.workflow.key
                ? "it was copied from this one" : "this one was copied from it"
        case .deployment: return "the same workflow, in `\(other.description.root)`"
        case .clone: return "the same graph with the same credentials"
        case .copy: return "the same graph"
        case .near: return "nearly the same graph"
        case .template: return "both were made from `\(subject.workflow.origin ?? "")`"
        }
    }
}

/// The steps of two workflows side by side.
private struct StepComparison {
    private(set) var differences: [String] = []
    private(set) var shared: [String] = []

    /// Ids of credentials and paths of callbacks mean the same on one platform only.
    init(_ left: Workflow, _ right: Workflow, isOnePlatform: Bool) {
        func tally(_ lines: [String]) -> [String: Int] {
            lines.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let (ours, theirs) = (tally(left.stepLines), tally(right.stepLines))
        let common = ours.reduce(0) { $0 + min($1.value, theirs[$1.key] ?? 0) }
        let most = max(left.steps.count, right.steps.count)
        if common == most {
            let words =
                most == 0 ? "neither has a step" : most == 1 ? "the one step is alike" : "all \(most) steps are alike"
            differences.append(words)
        } else {
            differences.append("\(common) of \(most) steps are alike")
            let only = theirs.filter { $0.value > ours[$0.key] ?? 0 }.keys.sorted()
            let missing = ours.filter { $0.value > theirs[$0.key] ?? 0 }.keys.sorted()
            if !only.isEmpty { differences.append("only there: \(Self.listed(only))") }
            if !missing.isEmpty { differences.append("not there: \(Self.listed(missing))") }
        }
        guard isOnePlatform else { return }
        let credentials = Set(left.steps.flatMap(\.credentials).map(\.key))
        var seen: Set<String> = []
        for reference in right.steps.flatMap(\.credentials)
        where credentials.contains(reference.key) && seen.insert(reference.key).inserted {
            shared.append("credential `\(reference.name ?? reference.id ?? reference.kind)`")
        }
        let callbacks = Set(left.triggers.compactMap(\.callback?.path)).subtracting([""])
        for path in Set(right.triggers.compactMap(\.callback?.path)).intersection(callbacks).sorted() {
            shared.append("callback `\(path)`")
        }
    }

    private static func listed(_ lines: [String]) -> String {
        let shown = lines.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        return lines.count > 5 ? "\(shown) and \(lines.count - 5) more" : shown
    }
}
