import Domain
import Wire

/// An import as `--json` prints it: the members that scripts rely on are always there, `line` null where there is none.
struct ImportAnswer: Encodable {
    let sources: [ImportOutcome.SourceOutcome]
    let totals: [String: Int]
    let rejected: [RejectedFile]
    let dryRun: Bool

    init(_ outcome: ImportOutcome) {
        sources = outcome.sources
        totals = outcome.totals
        rejected = outcome.rejected.map { RejectedFile(rejection: $0) }
        dryRun = outcome.dryRun
    }

    struct RejectedFile: Encodable {
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
