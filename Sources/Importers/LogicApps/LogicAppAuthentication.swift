import Domain

/// How an action that calls an address proves who it is.
struct LogicAppAuthentication {
    /// What it proves itself with; nil for nothing, and for what the connection does.
    private(set) var reference: CredentialReference?
    /// Id of the identity that is assigned to the workflow and used here.
    private(set) var identity: String?
    /// Whether it uses the identity of its own that the platform gives the workflow.
    private(set) var usesOwnIdentity = false

    /// Kind of the reference to an identity that the platform manages.
    static let identityKind = "managedIdentity"

    /// Reads `inputs.authentication`.
    init(_ inputs: JSONValue?, named: LogicAppConnections.Named?, expressions: TemplateExpressions) {
        guard named == nil, let proof = inputs?["authentication"], proof.isObject, let type = proof["type"]?.string
        else { return }
        guard type != LogicAppConnections.identityType else {
            identity = expressions.resolve(proof["identity"]).map { Self.identity($0.text) }
            usesOwnIdentity = identity == nil
            reference = CredentialReference(
                kind: Self.identityKind,
                id: identity,
                name: identity.flatMap(LogicAppConnections.lastPart) ?? "system-assigned"
            )
            return
        }
        let account = (proof["clientId"] ?? proof["username"])?.string.flatMap { expressions.resolve($0).text }
        let place = (proof["tenant"] ?? proof["audience"])?.string
        let plain = account.flatMap { $0.hasPrefix("@") ? nil : $0 }
        reference = CredentialReference(
            kind: "http\(type)",
            id: plain.map { [place, $0].compactMap(\.self).joined(separator: "/") },
            name: plain ?? proof["audience"]?.string ?? type
        )
    }

    /// The id of an identity in one form, whatever the case of its letters and the way its template writes it.
    static func identity(_ id: String) -> String {
        guard let type = Substring(id.lowercased()).firstRange(ofText: "/userassignedidentities/") else {
            return id.lowercased()
        }
        return String(id.lowercased()[type.upperBound...])
    }
}
