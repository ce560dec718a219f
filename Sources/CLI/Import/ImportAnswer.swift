import Domain
import Wire

/// What an import read and what came of it.
///
/// As `--json` prints it, the members that scripts rely on are always there, null where there is nothing to say.
struct ImportAnswer: Encodable {
    let sources: [SourceAnswer]
    let totals: [String: Int]
    let rejected: [Place]
    /// What was read and not taken, or taken with an oddity.
    let remarks: [Place]
    let dryRun: Bool
    /// Whether nothing was found that could be handed over.
    let isNothing: Bool

    /// - Parameters:
    ///   - outcome: What the server made of the estates.
    ///   - estates: What was handed over.
    init(_ outcome: ImportOutcome, estates: [Estate]) {
        let byPlace = Dictionary(estates.map { ([$0.source.root, $0.source.format], $0) }) { first, _ in first }
        sources = outcome.sources.map { SourceAnswer($0, estate: byPlace[[$0.root, $0.format]]) }
        totals = outcome.totals
        rejected = outcome.rejected.map { Place(rejection: $0) }
        remarks = estates.flatMap(\.remarks).map { Place(rejection: $0) }
        dryRun = outcome.dryRun
        isNothing = false
    }

    /// Of estates that hold nothing and were not handed over.
    init(nothingIn estates: [Estate], dryRun: Bool) {
        sources = estates.map { estate in
            let outcome = ImportOutcome.SourceOutcome(
                root: estate.source.root,
                format: estate.source.format,
                counts: estate.counts,
                new: [],
                changed: [],
                vanished: [],
                unchanged: 0,
            )
            return SourceAnswer(outcome, estate: estate)
        }
        totals = estates.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
        rejected = estates.flatMap(\.rejected).map { Place(rejection: $0) }
        remarks = estates.flatMap(\.remarks).map { Place(rejection: $0) }
        self.dryRun = dryRun
        isNothing = true
    }

    private enum CodingKeys: CodingKey {
        case sources, totals, rejected, remarks, dryRun
    }

    struct Place: Encodable {
        let rejection: Rejection

        private enum Key: CodingKey {
            case path, line, column, reason
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(rejection.path, forKey: .path)
            try container.encode(rejection.line, forKey: .line)
            try container.encode(rejection.column, forKey: .column)
            try container.encode(rejection.reason, forKey: .reason)
        }
    }
}

extension ImportAnswer {
    /// One source and what came of it.
    struct SourceAnswer: Encodable {
        let outcome: ImportOutcome.SourceOutcome
        /// nil when the server names a source that was not handed over.
        let description: SourceDescription?

        init(_ outcome: ImportOutcome.SourceOutcome, estate: Estate?) {
            self.outcome = outcome
            description = estate?.source
        }

        private enum Key: CodingKey {
            case kind, environment, capabilities, capabilityNotes
        }

        func encode(to encoder: any Encoder) throws {
            try outcome.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(description?.kind, forKey: .kind)
            try container.encode(description?.environment, forKey: .environment)
            try container.encode(description.map { named($0.capabilities) }, forKey: .capabilities)
            try container.encode(description.map { notes(of: $0.capabilities) }, forKey: .capabilityNotes)
        }

        private func named(_ capabilities: SourceDescription.Capabilities) -> [String: String] {
            let answers = Capability.allCases.map { ($0.rawValue, capabilities.answer($0).rawValue) }
            return Dictionary(uniqueKeysWithValues: answers)
        }

        private func notes(of capabilities: SourceDescription.Capabilities) -> [String: String] {
            Dictionary(uniqueKeysWithValues: capabilities.notes.map { ($0.key.rawValue, $0.value) })
        }
    }
}

extension Estate {
    /// Whether there is anything in it to hand over.
    var holdsAnything: Bool {
        !workflows.isEmpty || !principals.isEmpty || !credentials.isEmpty || !trusts.isEmpty
    }
}
