/// One test of a corpus while it is run.
struct ConformanceTest {
    private let name: String
    private let node: JSONNode
    private let source: SourceText
    private let verdict: JSONNode?
    private var policies = PolicySet()
    private var schema: Schema?
    private var entities = Entities()
    private var given: [Entity] = []

    init(_ name: String, _ node: JSONNode, _ source: SourceText, verdict: JSONNode?) {
        self.name = name
        self.node = node
        self.source = source
        self.verdict = verdict
    }

    /// Reads the files that the test names; `file` gives their contents by the member that names them.
    mutating func load(_ file: (Text) throws -> [UInt8]) throws {
        policies = try PolicySet(parsing: SourceText(try file("policies")))
        let schema = try Schema(parsing: try file("schema"))
        self.schema = schema
        let source = SourceText(try file("entities"))
        given = try Entities.entities(json: source, shapes: schema)
        // Entities that do not fit are told by the verdicts; they are decided upon all the same.
        let others = given.filter { schema.actions[$0.uid] == nil }
        entities = try (try? Entities(given, conformingTo: schema)) ?? Entities(others + schema.actionEntities)
    }

    func run(_ requests: [JSONNode], _ report: inout ConformanceReport) {
        guard let schema else { return }
        compareVerdicts(schema, &report)
        for (index, request) in requests.enumerated() {
            do {
                try run(request, index, schema, &report)
            } catch {
                report.add(ConformanceReport.Mismatch(name, "request \(index)", error.description))
            }
        }
    }

    private func run(
        _ node: JSONNode,
        _ index: Int,
        _ schema: Schema,
        _ report: inout ConformanceReport,
    ) throws(SourceDiagnostic) {
        let request = try Request(node, source, schema)
        let answer = policies.authorize(request, entities)
        report.requests += 1
        let expected = node["decision"]?.string?.string.lowercased() ?? ""
        if expected == answer.decision.rawValue {
            report.decisions += 1
        } else {
            let message = "expected \(expected), found \(answer.decision.rawValue)"
            report.add(ConformanceReport.Mismatch(name, "decision of request \(index)", message))
        }
        let reasons = compare(node["reason"], answer.reasons, "reasons of request \(index)", &report)
        if reasons { report.reasons += 1 }
        let errors = compare(node["errors"], answer.errors.map(\.policy), "errors of request \(index)", &report)
        if errors { report.errors += 1 }
        if let expected = self.verdict?["requestValidation"]?.array?.dropFirst(index).first?["strict"] {
            let violations = schema.violations(in: request)
            judge(expected, violations.map(\.message), "verdict on request \(index)", &report)
        }
    }

    private func compare(
        _ expected: JSONNode?,
        _ found: [PolicyID],
        _ subject: String,
        _ report: inout ConformanceReport,
    ) -> Bool {
        let expected = Set(expected?.array?.compactMap(\.string) ?? [])
        if expected == Set(found.map(\.text)) { return true }
        let lists = [expected.sorted(), found.map(\.text).sorted()].map { $0.map(\.string).joined(separator: ", ") }
        report.add(ConformanceReport.Mismatch(name, subject, "expected [\(lists[0])], found [\(lists[1])]"))
        return false
    }

    private func compareVerdicts(_ schema: Schema, _ report: inout ConformanceReport) {
        for mode in ValidationMode.allCases {
            let key: Text = mode == .strict ? "strict" : "permissive"
            let expected = verdict?["policyValidation"]?[key] ?? (mode == .strict ? node["shouldValidate"] : nil)
            guard let expected else { continue }
            let result = Validator(schema, mode: mode).validate(policies)
            judge(expected, result.errors.map(\.description), "policy verdict (\(key))", &report)
            for policy in verdict?["policyValidation"]?["perPolicy"]?.members ?? [] {
                guard let expected = policy.value[key] else { continue }
                let issues = result.issues(of: PolicyID(policy.key)).filter(\.isError)
                judge(expected, issues.map(\.message), "verdict on \(policy.key) (\(key))", &report)
            }
        }
        guard let expected = verdict?["entityValidation"]?["perEntity"] else { return }
        for entity in given {
            // Entities are named there without quotes; an empty object says that nothing is wrong.
            guard let expected = expected[Text("\(entity.uid.type)::\(entity.uid.id)")] else { continue }
            let isValid = JSONNode(.bool(expected.members?.isEmpty ?? false))
            let violations = schema.violations(in: entity)
            judge(isValid, violations.map(\.message), "verdict on entity \(entity.uid)", &report)
        }
    }

    private func judge(_ expected: JSONNode, _ found: [String], _ subject: String, _ report: inout ConformanceReport) {
        report.verdicts += 1
        if expected.kind == .bool(found.isEmpty) {
            report.agreedVerdicts += 1
        } else {
            let message = found.first.map { "expected valid, found: \($0)" } ?? "expected invalid, found valid"
            report.add(ConformanceReport.Mismatch(name, subject, message))
        }
    }
}
