import Domain

/// A finding as it stands in a list, its evidence folded away.
struct FindingRow: Sendable {
    struct Fact: Sendable {
        var label: String
        var value: Prose
    }

    var tone: String
    var severity: Badge
    var title: String
    var name: String
    var kind: String
    var path: String?
    var href: String?
    var rule: String
    var evidence: [Fact]
    var blindSpots: [Prose]
    var hasBlindSpots: Bool
    var frameworks: [String]
    var remedy: Prose
    var open: Bool
    var accepted: Badge?
    /// To the exception that accepts it; else to the form that asks for one.
    var exceptionHref: String?

    init(_ finding: Finding, open: Bool = false) {
        tone = Tone.of(finding.severity)
        severity = Badge(finding.severity)
        title = Words.sentence(finding.rule)
        name = finding.subject.name.replacing("`", with: "")
        kind = Words.sentence(finding.subject.kind)
        path = finding.subject.path.isEmpty ? nil : finding.subject.path
        href = finding.subject.kind == "identity" ? Paths.identity(finding.subject.id) : nil
        rule = finding.rule
        evidence = finding.evidence.sorted { $0.key < $1.key }.map { key, value in
            Fact(label: Words.sentence(key), value: Prose(Self.text(value)))
        }
        blindSpots = finding.blindSpots.map { Prose($0) }
        hasBlindSpots = !finding.blindSpots.isEmpty
        frameworks = finding.frameworks
        remedy = Prose(finding.remedy)
        self.open = open
        accepted = finding.accepted.map { Badge("accepted until \($0.until.date)", tone: "low") }
        exceptionHref =
            finding.accepted.map { Paths.exception($0.exception) }
            ?? Paths.link("/exceptions/new", [("finding", finding.id)])
    }

    private static func text(_ evidence: Evidence) -> String {
        switch evidence {
        case .text(let text): text
        case .number(let number): Words.grouped(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let list): list.isEmpty ? "none" : list.joined(separator: ", ")
        }
    }
}
