import Domain
import SecretScan

/// Credentials as n8n's files state them: references on nodes, stubs, and exports.
enum N8nCredentials {
    /// The references of one node: `{"slackApi": {"id": …, "name": …}}`, or the old `{"slackApi": "name"}`.
    ///
    /// An id that is null or empty counts as none.
    static func references(of node: JSONValue) -> [CredentialReference] {
        guard let credentials = node["credentials"] else { return [] }
        var references: [CredentialReference] = []
        for (kind, value) in credentials.members {
            let id = value.isObject ? value["id"].flatMap(identifier) : nil
            let name = value.isObject ? value["name"]?.string : value.string
            let reference = CredentialReference(kind: kind.string ?? "", id: id, name: name)
            // Of two members with the same name the last counts, as everywhere in JSON.
            references.removeAll { $0.kind == reference.kind }
            references.append(reference)
        }
        return references
    }

    /// A file of `credential_stubs/`.
    static func stub(_ object: JSONValue) -> Credential? {
        guard let kind = object["type"]?.string, let id = object["id"].flatMap(identifier) else { return nil }
        var credential = Credential(reference: CredentialReference(kind: kind, id: id, name: object["name"]?.string))
        credential.declared = true
        credential.owner = object["ownedBy"].flatMap(N8nOwner.hint)
        return credential
    }

    /// An element of `export:credentials`.
    ///
    /// Its `data` is a text when encrypted, which is left unread: n8n encrypts the same value differently each time. When it
    /// is an object, the value it signs in with becomes a fingerprint.
    static func exported(_ object: JSONValue, secrets: N8nSecrets) -> (credential: Credential, hasValue: Bool)? {
        guard let data = object["data"], data.isObject || data.string != nil, var credential = stub(object) else {
            return nil
        }
        credential.createdAt = object["createdAt"]?.string.flatMap(Instant.init)
        credential.lastRotated = object["updatedAt"]?.string.flatMap(Instant.init)
        credential.owner = credential.owner ?? N8nOwner.ownership(of: object).hint
        guard data.isObject else { return (credential, false) }
        let content = secrets.content(of: data)
        credential.fingerprint = content.fingerprint
        credential.scopes = content.scopes
        return (credential, content.hasValue)
    }

    /// An element of `variables.json` or `variable_stubs.json` whose name or value says that it is a secret.
    ///
    /// n8n keeps variables in plain text; in stubs the value is empty.
    static func variable(_ object: JSONValue, scanner: ParameterScanner, secrets: N8nSecrets) -> Credential? {
        guard let key = object["key"]?.string, let value = object["value"]?.string, !value.isEmpty else { return nil }
        guard !scanner.matches(in: value, name: key, form: .value).isEmpty else { return nil }
        let id = object["id"].flatMap(identifier)
        var credential = Credential(reference: CredentialReference(kind: "variable", id: id, name: key))
        credential.declared = true
        credential.fingerprint = secrets.fingerprint?(Array(value.utf8))
        return credential
    }

    private static func identifier(_ value: JSONValue) -> String? {
        guard !value.isNull, let text = value.scalarText, !text.isEmpty else { return nil }
        return text
    }
}
