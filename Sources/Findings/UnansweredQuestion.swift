import Domain

extension Rule {
    /// Nobody can tell what an account may do: it acts under an accepted exception, or not at all.
    static let unansweredQuestion = Rule(
        id: OpenQuestion.rule,
        title: "nobody can tell what it may do",
        frameworks: ["NHI5:2025", "PR.AA-05", "ID.AM-08"],
        run: { survey in survey.services.compactMap { finding($0, survey) } },
    )

    private static func finding(_ account: Survey.Account, _ survey: Survey) -> Finding? {
        guard let open = OpenQuestion(about: account.principal, in: survey.source(of: account)) else { return nil }
        return survey.finding(
            unansweredQuestion,
            on: account,
            account.identity?.state == .active ? .high : .medium,
            evidence: ["question": .text(open.question)],
            blindSpots: [open.why],
            remedy: "import what it may do, or propose an exception: "
                + "penstock exceptions propose FINDING --template rigidConnector --control …",
        )
    }
}
