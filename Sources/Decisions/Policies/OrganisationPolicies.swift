import Cedar
package import Domain

/// The policies that the organisation keeps beside the shipped ones, read, checked against the schema, at one version.
///
/// Each statement has an `@id` of its own. `@expires("2027-01-31")` ends it at that moment, `@reason` and `@fix` are
/// said to whoever it refuses, `@binding` makes a forbid hold at level observe and warn too.
package struct OrganisationPolicies: Sendable {
    package typealias Instant = Domain.Instant

    /// One statement.
    package struct Statement: Sendable {
        package var id: String { name.text.string }
        /// The file it stands in.
        package let file: String
        /// When it stops to apply; nil when it names no end.
        package let expires: Instant?
        /// The statement as written.
        package let text: String
        package let isPermit: Bool
        let name: PolicyID
        let policy: Policy
        let source: SourceText

        func applies(at now: Instant) -> Bool { expires.map { now < $0 } ?? true }
    }

    /// Version under which the store keeps them; 0 when there are none.
    package let version: Int64
    package let statements: [Statement]

    /// Ids of forbids that hold at every level of enforcement.
    let binding: Set<String>

    /// Whether a statement reads how many requests there were in the last minute.
    let countsRequests: Bool

    package static let none = OrganisationPolicies()

    private init() {
        version = 0
        statements = []
        binding = []
        countsRequests = false
    }

    /// Reads and checks the files; nothing is taken when anything is wrong.
    package init(version: Int64, files: [PolicyText]) throws(PolicyProblems) {
        var statements: [Statement] = []
        var problems: [PolicyProblem] = []
        var known: [String: String] = [:]
        for file in files {
            let source = SourceText(file.text)
            do throws(SyntaxErrors) {
                for policy in try Parser.policies(in: source) {
                    let reader = StatementReader(file: file.name, source: source, policy: policy)
                    let (statement, found) = reader.read()
                    problems += found
                    guard let statement else { continue }
                    if let other = known.updateValue(file.name, forKey: statement.id) {
                        problems.append(reader.problem("id `\(statement.id)` is used in \(other) too"))
                    }
                    statements.append(statement)
                }
            } catch {
                problems += error.diagnostics.map { diagnostic in
                    PolicyProblem(
                        file: file.name,
                        line: diagnostic.position.line,
                        column: diagnostic.position.column,
                        message: diagnostic.message,
                    )
                }
            }
        }
        guard problems.isEmpty else { throw PolicyProblems(problems) }
        self.version = version
        self.statements = statements
        binding = Set(statements.filter { !$0.isPermit && $0.policy.annotation("binding") != nil }.map(\.id))
        countsRequests = statements.contains { $0.text.contains("lastMinute") }
    }

    /// Adds what applies at `now` to a set.
    func add(to set: inout PolicySet, at now: Instant) {
        for statement in statements where statement.applies(at: now) { statement.add(to: &set) }
    }

    /// The next moment after `now` at which a statement ends.
    func nextEnd(after now: Instant) -> Instant? { statements.compactMap(\.expires).filter { $0 > now }.min() }
}

extension OrganisationPolicies.Statement {
    /// Ids are checked when they are read, so that none is taken yet.
    func add(to set: inout PolicySet) {
        do throws(PolicySetError) {
            try set.add(policy, id: name, source: source)
        } catch {
            preconditionFailure("policy ids are distinct: \(error)")
        }
    }
}
