import ControlPlane
import Domain

/// The workflows that are like an identity's.
struct FamilyPart: Sendable {
    struct KinRow: Sendable {
        var kinName: String
        var kinHref: String?
        var kinPlace: String
        var relation: Badge
        var alike: String
        var apart: String?
        var shares: String?
        var why: [Prose]
    }

    var familyNote: String
    var picture: Reach?
    var kin: [KinRow]
    var hasKin: Bool
    var quiet: String?

    /// More than these are counted, not shown.
    private static let mostShown = 40

    init(_ family: IdentityFamily) {
        let copies = family.kin.count(where: \.isCopy)
        let others = family.kin.count - copies
        familyNote =
            family.kin.isEmpty
            ? "" : "\(Words.count(copies, "copy", "copies")), \(others) deployed or of one template"
        picture = Reach(family: family)
        kin = family.kin.prefix(Self.mostShown).map(Self.row)
        hasKin = !kin.isEmpty
        let least = Int((family.threshold * 100).rounded())
        let more = family.kin.count - kin.count
        if let note = family.note {
            quiet = note
        } else if family.kin.isEmpty {
            quiet = "No workflow of any source has \(least)% or more of its graph in common with it."
        } else if more > 0 {
            quiet = "and \(Words.count(more, "more", "more"))"
        }
    }

    private static func row(_ kin: Kin) -> KinRow {
        KinRow(
            kinName: kin.name,
            kinHref: kin.identity.map { Paths.identity($0.text) },
            kinPlace: [kin.sourceName, kin.environment, kin.team].compactMap(\.self).joined(separator: ", "),
            relation: Badge(
                word(kin.relation),
                tone: kin.shared.isEmpty ? (kin.isCopy ? "medium" : "good") : "critical"
            ),
            alike: "\(Int((kin.likeness * 100).rounded(.down)))%",
            apart: kin.boundaries.isEmpty ? nil : "in " + kin.boundaries.joined(separator: ", in "),
            shares: kin.shared.isEmpty ? nil : "shares " + kin.shared.joined(separator: ", "),
            why: kin.reasons.map { Prose($0) },
        )
    }

    static func word(_ relation: Kin.Relation) -> String {
        switch relation {
        case .origin: "origin"
        case .deployment: "deployment"
        case .clone: "clone"
        case .copy: "copy"
        case .near: "nearly the same"
        case .template: "same template"
        }
    }
}
