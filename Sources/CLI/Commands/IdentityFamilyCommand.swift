import ArgumentParser
import Client
import Domain
import Wire

struct IdentityFamilyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family",
        abstract: "Show what an identity's workflow was copied from, its copies, and what is nearly the same.",
        discussion: """
            Compares over all sources. The same workflow on another branch or in another environment is a deployment, \
            everything else that has the same graph is a copy.

            Example:
              penstock identity family 'Sync invoices'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: FamilyRecord = try await connection.withSession { session in
            try await session.client.get(Paths.identity(id, "family"))
        }
        if json { return try Terminal.say(json: record) }
        Terminal.say(page(record))
    }

    private func page(_ record: FamilyRecord) -> String {
        var sheet = Sheet()
        sheet.title(record.name)
        sheet.line(record.identity.text, .faint)
        if let note = record.note { sheet.line(note) }
        guard !record.kin.isEmpty else {
            if record.note == nil {
                sheet.line(
                    "nothing is like it: no graph has \(Self.percent(record.threshold)) or more in common with its"
                )
            }
            return sheet.text
        }
        for relation in Kin.Relation.allCases {
            let kin = record.kin.filter { $0.relation == relation }
            guard !kin.isEmpty else { continue }
            sheet.section(relation.heading)
            for each in kin {
                let place = [each.sourceName, each.environment, each.team].compactMap(\.self).joined(separator: ", ")
                sheet.entry(Self.percent(each.likeness), "\(each.name) (\(place))")
                sheet.entry("", each.identity?.text ?? each.path, .faint)
                if !each.boundaries.isEmpty {
                    sheet.entry("", "in \(each.boundaries.joined(separator: ", in "))", .yellow)
                }
                if !each.shared.isEmpty { sheet.entry("", "shares \(each.shared.joined(separator: ", "))", .red) }
                sheet.entry("", each.reasons)
            }
        }
        return sheet.text
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }
}

extension Kin.Relation {
    /// What stands above those of a relation.
    fileprivate var heading: String {
        switch self {
        case .origin: "copied from, or copied to"
        case .deployment: "deployments of it"
        case .clone: "copies with its credentials"
        case .copy: "copies with other credentials"
        case .near: "nearly the same"
        case .template: "of the same template"
        }
    }
}
