import Domain

extension Rule {
    /// What works for one part of the business reaches a system of another, whose trust was never meant for it.
    static let crossFunctionReach = Rule(
        id: "cross-function-reach",
        title: "it reaches a system of another business function",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-05", "PCI DSS 7.2.5"],
        run: { survey in survey.holders.compactMap { finding($0, survey) } },
    )

    private static func finding(_ holder: Survey.Holder, _ survey: Survey) -> Finding? {
        guard let own = holder.identity.function else { return nil }
        let other = holder.holds.filter { $0.system.function.map { $0 != own } ?? false }
        guard !other.isEmpty else { return nil }
        let functions = Set(other.compactMap(\.system.function)).sorted()
        return survey.finding(
            crossFunctionReach,
            on: holder,
            other.contains { $0.grant.action != .read } ? .high : .medium,
            evidence: [
                "function": .text(own),
                "functions": .list(functions),
                "grants": .list(other.prefix(20).map { "\($0.grant.action.rawValue) \($0.grant.resource)" }),
            ],
            remedy: "make an identity for \(functions.joined(separator: ", ")) of its own and take these grants from "
                + "`\(holder.identity.name)`",
        )
    }
}
