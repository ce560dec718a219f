import Domain

/// The fields of a registration as the terms of a request: what is approved is all of them, not only what was typed in.
enum RegistrationTerms {
    /// Says that whoever asked named the owner, and did not only leave the one who was there.
    static let namesOwner = "namesOwner"

    /// The terms that make `identity` what it is.
    static func terms(of identity: Identity) -> [String: String] {
        var terms: [String: String] = [:]
        for field in fields { terms[field.name] = field.read(identity) }
        return terms
    }

    /// Writes terms into an identity; what they do not name stays.
    static func apply(_ terms: [String: String], to identity: inout Identity) {
        for field in fields {
            if let value = terms[field.name] { field.write(&identity, value) }
        }
    }

    private struct Field: Sendable {
        let name: String
        let read: @Sendable (Identity) -> String?
        let write: @Sendable (inout Identity, String) -> Void
    }

    private static let fields: [Field] = [
        Field(name: "owner", read: { $0.owner?.text }, write: { $0.owner = ID($1) }),
        Field(name: "technicalOwner", read: { $0.technicalOwner?.text }, write: { $0.technicalOwner = ID($1) }),
        Field(name: "backupApprover", read: { $0.backupApprover?.text }, write: { $0.backupApprover = ID($1) }),
        Field(name: "purpose", read: { $0.purpose }, write: { $0.purpose = $1 }),
        Field(name: "systemPurpose", read: { $0.systemPurpose }, write: { $0.systemPurpose = $1 }),
        Field(name: "environment", read: { $0.environment }, write: { $0.environment = $1 }),
        Field(name: "function", read: { $0.function }, write: { $0.function = $1 }),
        Field(name: "vendor", read: { $0.vendor }, write: { $0.vendor = $1 }),
        Field(name: "pattern", read: { $0.pattern?.rawValue }, write: { $0.pattern = Pattern(rawValue: $1) }),
        Field(name: "expires", read: { $0.expires?.text }, write: { $0.expires = Instant($1) }),
        Field(name: "renewal", read: { $0.renewal?.text }, write: { $0.renewal = Instant($1) }),
        Field(
            name: "declaredReach",
            read: { $0.declaredReach.isEmpty ? nil : $0.declaredReach.joined(separator: ",") },
            write: { $0.declaredReach = $1.split(separator: ",").map(String.init) },
        ),
        Field(name: "stopPath", read: { $0.stopPath }, write: { $0.stopPath = $1 }),
        Field(name: "stoppedBy", read: { $0.stoppedBy?.text }, write: { $0.stoppedBy = ID($1) }),
        Field(
            name: "level",
            read: { $0.level.rawValue },
            write: { $0.level = Identity.Level(rawValue: $1) ?? $0.level },
        ),
    ]
}
