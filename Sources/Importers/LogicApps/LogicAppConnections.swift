import Domain

/// How actions and triggers name the connections that they use.
enum LogicAppConnections {
    /// What an action says of its connection.
    struct Named: Hashable {
        /// The key under which the workflow, its project or its package explains the connection.
        var key: String
        /// The connector behind it, where the action says it.
        var kind: String?
    }

    /// The connection that an action's or trigger's inputs name; nil when they use none.
    static func named(in inputs: JSONValue?, expressions: TemplateExpressions) -> Named? {
        guard let inputs, inputs.isObject else { return nil }
        if let host = inputs["host"], host.isObject, let key = key(in: host) {
            let id = expressions.resolve(host["apiId"] ?? host["api"]?["runtimeUrl"])
            return Named(key: key, kind: id.flatMap { kind(ofID: $0.text) })
        }
        if let provider = inputs["serviceProviderConfiguration"], let key = provider["connectionName"]?.string {
            return Named(key: key, kind: provider["serviceProviderId"]?.string.flatMap(lastPart))
        }
        if let key = inputs["connectionName"]?.string, inputs["function"] != nil { return Named(key: key, kind: nil) }
        return nil
    }

    private static func key(in host: JSONValue) -> String? {
        let connection = host["connection"]
        if let connection, connection.isObject,
            let text = (connection["name"] ?? connection["referenceName"])?.string, !text.isEmpty
        {
            return keyOfExpression(text) ?? text
        }
        if let text = host["connectionName"]?.string ?? host["connectionReferenceName"]?.string { return text }
        return connection?.string.map { keyOfExpression($0) ?? $0 }
    }

    /// The key in `@parameters('$connections')['KEY']['connectionId']`.
    private static func keyOfExpression(_ text: String) -> String? {
        guard let start = Substring(text).firstRange(ofText: "'$connections')['") else { return nil }
        let rest = text[start.upperBound...]
        guard let end = rest.firstRange(ofText: "']") else { return nil }
        return String(rest[..<end.lowerBound])
    }

    /// The last part of an id such as `/providers/Microsoft.PowerApps/apis/shared_teams`.
    static func lastPart(_ id: String) -> String? {
        id.split(separator: "/").last.map(String.init)
    }

    /// The connector that the id of an API ends in; nil when only a deployment knows it.
    ///
    /// Names of the platform's own connectors make no difference between upper and lower case.
    static func kind(ofID id: String) -> String? {
        guard let last = lastPart(id), !last.contains("{"), !last.hasPrefix("@") else { return nil }
        return id.lowercased().contains("/managedapis/") ? last.lowercased() : last
    }

    // MARK: - What the workflow itself says of its connections

    /// The entries of `parameters.$connections` and `connectionReferences` beside a definition, by key.
    ///
    /// - Parameters:
    ///   - properties: The object that holds the definition.
    ///   - expressions: The templates around it.
    ///   - path: Path of the file: what is named by an expression that only a deployment resolves is told by it.
    /// - Returns: What each key means; empty for a bare definition.
    static func entries(
        beside properties: JSONValue?,
        expressions: TemplateExpressions,
        path: String,
    ) -> [String: ConnectionTable.Entry] {
        var entries: [String: ConnectionTable.Entry] = [:]
        if let value = properties?["parameters"]?["$connections"]?["value"], value.isObject {
            for (key, connection) in value.members where connection.isObject {
                guard let key = key.string else { continue }
                entries[key] = entry(ofConnection: connection, key: key, expressions: expressions, path: path)
            }
        }
        if let references = properties?["connectionReferences"], references.isObject {
            for (key, reference) in references.members where reference.isObject {
                guard let key = key.string else { continue }
                let logical = reference["connection"]?["connectionReferenceLogicalName"]?.string
                let id = logical ?? reference["connectionName"]?.string ?? reference["connection"]?["id"]?.string
                guard let id, !id.isEmpty else { continue }
                let kind =
                    reference["api"]?["name"]?.string ?? reference["apiName"]?.string
                    ?? reference["id"]?.string.flatMap(kind(ofID:))
                    ?? reference["api"]?["id"]?.string.flatMap(kind(ofID:))
                entries[key] = ConnectionTable.Entry(kind: kind, id: id, name: logical)
            }
        }
        return entries
    }

    private static func entry(
        ofConnection connection: JSONValue,
        key: String,
        expressions: TemplateExpressions,
        path: String,
    ) -> ConnectionTable.Entry? {
        guard
            let id = expressions.resolve(connection["connectionId"])
                ?? expressions.resolve(connection["connectionName"])
        else { return nil }
        let kind = expressions.resolve(connection["id"]).flatMap { self.kind(ofID: $0.text) }
        var entry = ConnectionTable.Entry(kind: kind, id: stable(id, path: path))
        entry.usesIdentity = connection["connectionProperties"]?["authentication"]?["type"]?.string == identityType
        return entry
    }

    static let identityType = "ManagedServiceIdentity"

    /// The id of a connection as far as it tells the connection within its source.
    ///
    /// Of a resource id its type and name count, because templates write the same id in several ways; what only a
    /// deployment knows is told apart by the file.
    static func stable(_ id: TemplateExpressions.Resolved, path: String) -> String {
        var text = id.text
        if let type = Substring(text).firstRange(ofText: "Microsoft.Web/connections/") {
            text = String(text[type.upperBound...])
        }
        return id.isKnown ? text : "\(path)#\(text)"
    }
}
