package import Domain
import SQLEngine

/// What an estate consists of, as the store keeps it.
package enum EstatePartKind: String, Sendable, Hashable, CaseIterable, SQLValue {
    case workflow, principal, trust, credential
}

/// A workflow, account, trust or credential of a source: told apart by its key, compared by its digest.
package protocol EstatePart: Sendable, Hashable, Codable {
    static var partKind: EstatePartKind { get }

    /// Tells it within its source and kind.
    var partKey: String { get }

    /// Equal means unchanged; nil to take the digest of its document.
    var ownDigest: String? { get }

    /// Keys of the credentials it uses.
    var usedCredentials: [String] { get }

    /// When it was last used, as the source tells; no change of the definition.
    var lastUse: Instant? { get set }
}

extension EstatePart {
    package var ownDigest: String? { nil }
    package var usedCredentials: [String] { [] }
    package var lastUse: Instant? {
        get { nil }
        set { _ = newValue }
    }
}

extension Workflow: EstatePart {
    package static var partKind: EstatePartKind { .workflow }
    package var partKey: String { key }
    /// The importer's digest of the definition, and one of what the rules made of it: a workflow that is judged anew by
    /// other rules counts as changed.
    package var ownDigest: String? {
        guard !digest.isEmpty else { return nil }
        var judged: [UInt8] = []
        for step in steps {
            judged += (step.effect.identityClass?.rawValue ?? "").utf8
            judged.append(step.disabled ? 1 : 0)
            judged += (step.effect.rule ?? "").utf8
            judged.append(0)
        }
        return "\(digest)-\(ContentHash.hex(of: judged).prefix(12))"
    }
    package var usedCredentials: [String] { steps.flatMap { $0.credentials.map(\.key) } }
    package var lastUse: Instant? {
        get { lastRun }
        set { lastRun = newValue }
    }
}

extension Principal: EstatePart {
    package static var partKind: EstatePartKind { .principal }
    package var partKey: String { key }
    package var usedCredentials: [String] { credentials.map(\.key) }
    package var lastUse: Instant? {
        get { lastUsed }
        set { lastUsed = newValue }
    }
}

extension Trust: EstatePart {
    package static var partKind: EstatePartKind { .trust }
    package var partKey: String {
        [kind.rawValue, from, to, condition ?? ""].joined(separator: "\u{1F}").storable.shortened
    }
}

extension Credential: EstatePart {
    package static var partKind: EstatePartKind { .credential }
    package var partKey: String { key }
    package var lastUse: Instant? {
        get { lastUsed }
        set { lastUsed = newValue }
    }
}

/// A part of an estate with what the store knows of it besides.
package struct Stored<Part: EstatePart>: Sendable, Hashable {
    package var source: ID<Source>
    package var part: Part
    package var firstSeen: Instant
    /// When its definition last changed here.
    package var updated: Instant
    /// When its source stopped showing it; nil while it is there.
    package var vanished: Instant?

    package init(
        source: ID<Source>,
        _ part: Part,
        firstSeen: Instant,
        updated: Instant,
        vanished: Instant? = nil,
    ) {
        self.source = source
        self.part = part
        self.firstSeen = firstSeen
        self.updated = updated
        self.vanished = vanished
    }
}

package typealias StoredWorkflow = Stored<Workflow>
package typealias StoredPrincipal = Stored<Principal>
package typealias StoredCredential = Stored<Credential>

extension Stored where Part == Workflow {
    package var workflow: Workflow { part }
}

extension Stored where Part == Principal {
    package var principal: Principal { part }
}

extension Stored where Part == Credential {
    package var credential: Credential { part }
}
