import Cedar

/// The readers of the engine, each with what must hold for everything it reads.
enum Reader: String, CaseIterable {
    case policies
    case policyJSON
    case schema
    case schemaJSON
    case entities
    case requests
    case expression

    /// Reads the text; false when it is refused.
    ///
    /// - Throws: What does not hold.
    func read(_ bytes: [UInt8]) throws(Broken) -> Bool {
        let source = SourceText(bytes)
        switch self {
        case .policies:
            guard let policies = try? PolicySet(parsing: source) else { return false }
            guard let text = try? PolicyFormatter.format(source) else { throw Broken("formatting fails") }
            guard let again = try? PolicySet(parsing: text) else { throw Broken("the formatted text is refused") }
            guard policies.policies == again.policies, policies.templates == again.templates else {
                throw Broken("the formatted policies differ")
            }
            try Self.compareJSON(policies)
            decide(policies)
        case .policyJSON:
            guard let policies = try? PolicySet(json: source) else { return false }
            try Self.compareJSON(policies)
            decide(policies)
        case .schema:
            guard let schema = try? Schema(parsing: bytes) else { return false }
            guard (try? Schema(parsing: schema.description)) == schema else {
                throw Broken("the schema is printed wrong")
            }
        case .schemaJSON:
            guard let schema = try? Schema(json: bytes) else { return false }
            // The syntax has no word for an action that applies to principals but to no resource.
            if schema.actions.values.contains(where: { $0.principals.isEmpty != $0.resources.isEmpty }) { return true }
            guard (try? Schema(parsing: schema.description)) == schema else {
                throw Broken("the schema is printed wrong")
            }
        case .entities:
            return (try? Entities(json: source)) != nil
        case .requests:
            return (try? Request.requests(json: source)) != nil || (try? Request(json: source)) != nil
        case .expression:
            guard let expression = try? Expression(parsing: source) else { return false }
            _ = try? expression.value(for: Self.request, Entities())
        }
        return true
    }

    /// Evaluates and explains what was read.
    private func decide(_ policies: PolicySet) {
        let explanation = policies.explain(Self.request, Entities(), covering: .all)
        precondition(explanation.policies.count == policies.count)
    }

    private static func compareJSON(_ policies: PolicySet) throws(Broken) {
        let again: PolicySet
        do {
            again = try PolicySet(json: SourceText(policies.json.text()))
        } catch {
            // An expression takes several levels of JSON for each of its own.
            if error.message.contains("nested too deep") { return }
            throw Broken("the policies as JSON are refused: \(error)")
        }
        // JSON has operators of two operands only, so that trees differ; what is written must not.
        guard again.json.text() == policies.json.text() else { throw Broken("the policies as JSON differ") }
    }

    private static let request: Request = {
        func uid(_ type: String) -> EntityUID { EntityUID(Name(type) ?? nobody, "a") }
        return Request(principal: uid("User"), action: uid("Action"), resource: uid("Doc"))
    }()

    private static let nobody = Name("Nobody") ?? request.principal.type
}

/// Something that must hold does not.
struct Broken: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
