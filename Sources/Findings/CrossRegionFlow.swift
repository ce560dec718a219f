import Domain

extension Rule {
    /// It may carry data out of one region into another.
    static let crossRegionFlow = Rule(
        id: "cross-region-flow",
        title: "it may carry data from one region into another",
        frameworks: ["NHI5:2025", "ID.AM-03", "ID.AM-07"],
        run: { survey in survey.holders.compactMap { finding($0, survey) } },
    )

    private static func finding(_ holder: Survey.Holder, _ survey: Survey) -> Finding? {
        let placed = holder.holds.filter { $0.system.region != nil }
        let written = placed.filter { $0.grant.action != .read }.map(\.system)
        let flows = placed.filter { $0.grant.action == .read }.map(\.system).flatMap { source in
            written.filter { $0.region != source.region }.map { Flow(from: source, into: $0) }
        }
        guard !flows.isEmpty else { return nil }
        let classes = Set(flows.flatMap(\.from.dataClasses)).sorted()
        let words = Set(flows.map(\.words)).sorted()
        var evidence: [String: Evidence] = ["flows": .list(Array(words.prefix(20)))]
        if !classes.isEmpty { evidence["dataClasses"] = .list(classes) }
        return survey.finding(
            crossRegionFlow,
            on: holder,
            classes.isEmpty ? .medium : .high,
            evidence: evidence,
            remedy: "take one end from `\(holder.identity.name)`, or have it accepted why data goes from "
                + (words.first ?? ""),
        )
    }

    private struct Flow {
        var from: System
        var into: System

        var words: String { "\(from.name) (\(from.region ?? "")) into \(into.name) (\(into.region ?? ""))" }
    }
}
