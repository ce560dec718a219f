import Cedar

/// What `penstock policy check` has found; messages go to standard output as they come, or all at the end as JSON.
struct PolicyCheckReport {
    private(set) var errors = 0
    private(set) var warnings = 0
    private var policies: Int?
    private var isValidated = false
    private var nodes: [JSONNode] = []
    private let json: Bool

    init(json: Bool) { self.json = json }

    /// What a message is about.
    enum Kind: String {
        case schema
        case policies
        case entities
        case validation
        case analysis
    }

    /// The result of `body`, or nil when it complained, which is reported.
    mutating func catching<Result>(_ kind: Kind, _ body: () throws -> Result) throws -> Result? {
        do {
            return try body()
        } catch let complaint as PolicyComplaint {
            add(complaint.messages, kind)
            return nil
        }
    }

    mutating func add(_ messages: [SourceMessage], _ kind: Kind) {
        for message in messages {
            if message.level == .error { errors += 1 } else { warnings += 1 }
            if json { nodes.append(message.json(kind.rawValue)) } else { Terminal.say(message.text) }
        }
    }

    /// Validates and analyses policies that were read from `files`.
    mutating func check(
        _ policies: PolicySet,
        _ files: [PolicyFile],
        _ schema: Schema?,
        _ entities: Entities?,
        _ mode: ValidationMode,
    ) {
        self.policies = policies.count + policies.templates.count
        guard let schema else { return }
        isValidated = true
        let places = Places(policies, files)
        var impossible: Set<PolicyID> = []
        for finding in Validator(schema, mode: mode).validate(policies).findings {
            if !finding.issue.isError { impossible.insert(finding.policy) }
            let level: SourceMessage.Level = finding.issue.isError ? .error : .warning
            add([places.message(finding.policy, level, finding.issue.message, finding.issue.range)], .validation)
        }
        for finding in PolicyAnalysis(schema).findings(in: policies, entities) {
            // The validator has told that already.
            if finding.kind == .neverApplies, impossible.contains(finding.policy) { continue }
            add([places.message(finding.policy, .warning, finding.message, nil)], .analysis)
        }
    }

    /// One line with the figures, or everything as JSON.
    func say(files: Int) {
        if json { return Terminal.say(jsonText) }
        let what = policies.map { "\($0) policies" } ?? "\(files) files"
        let how = policies == nil ? "" : isValidated ? ", valid against the schema" : ", no schema given"
        if errors == 0, warnings == 0 { return Terminal.say("ok".shown(in: .green) + ": \(what)\(how)") }
        let numbers = "\(errors) errors, \(warnings) warnings"
        Terminal.say(numbers.shown(in: errors > 0 ? .red : .yellow) + " in \(what)")
    }

    private var jsonText: String {
        JSONNode(
            .object([
                .init("errors", JSONNode(.integer(Int64(errors)))),
                .init("warnings", JSONNode(.integer(Int64(warnings)))),
                .init("messages", JSONNode(.array(nodes))),
            ])
        )
        .text(isPretty: true)
    }

    /// Tells which file a policy stands in.
    private struct Places {
        private let policies: PolicySet
        private let files: [PolicyFile]
        private let number: [PolicyID: Int]

        init(_ policies: PolicySet, _ files: [PolicyFile]) {
            self.policies = policies
            self.files = files
            // Sources share their bytes with the file that they were read from.
            var starts: [UnsafeRawPointer?: Int] = [:]
            for (index, file) in files.enumerated() { starts[Self.start(file.source)] = index }
            var number: [PolicyID: Int] = [:]
            for id in policies.policies.map(\.id) + policies.templates.map(\.id) + policies.links.map(\.id) {
                if let source = policies.source(of: id) { number[id] = starts[Self.start(source)] }
            }
            self.number = number
        }

        private static func start(_ source: SourceText) -> UnsafeRawPointer? {
            source.bytes.withUnsafeBytes { $0.baseAddress }
        }

        /// A message about a policy, at `range` or else at its statement.
        func message(
            _ id: PolicyID,
            _ level: SourceMessage.Level,
            _ message: String,
            _ range: SourceRange?,
        ) -> SourceMessage {
            let name = policies[id]?.annotation("id").map { "\(id) (\($0))" } ?? "\(id)"
            let place = range ?? policies[id]?.ranges.statement ?? .none
            if let index = number[id] { return SourceMessage(files[index], level, "\(name): \(message)", place) }
            let file = files.first { $0.isJSON } ?? files.first ?? PolicyFile(name: "policies", text: "")
            return SourceMessage(file, level, "\(name): \(message)", .none)
        }
    }
}
