import ControlPlane
import Domain

/// What a stop would end, before it is confirmed.
struct StopPage: Sendable {
    struct Fact: Sendable {
        var label: String
        var value: String
    }

    var frame: Frame
    var name: String
    var path: String
    var impact: [Fact]
    var used: Moment?
    var systems: [String]
    var hasSystems: Bool
    /// Names of identities that use a credential of its workflow and go on.
    var shares: [String]
    var hasShares: Bool

    init(_ preview: StopPreview, frame: Frame, now: Instant) {
        let identity = preview.identity
        let open = preview.openGrants
        self.frame = frame
        name = identity.name
        path = Paths.identity(identity.id.text)
        systems = Set(open.map(\.resource.system)).sorted()
        hasSystems = !systems.isEmpty
        shares = preview.shares
        hasShares = !preview.shares.isEmpty
        impact = [
            Fact(label: "Tokens", value: Words.count(preview.usableLeases, "live credential") + " revoked"),
            Fact(label: "Grants", value: Words.count(open.count, "open grant") + " without effect while it is stopped"),
            Fact(label: "Class", value: Words.of(identity.classification.identityClass)),
            Fact(label: "Purpose", value: identity.purpose ?? "nobody has said"),
        ]
        used = Moment(identity.lastUsed, now: now)
    }
}
