import Domain
import SecretScan

/// Reads Workato: exported packages, and what its API tells of recipes.
///
/// What the files look like is described in `docs/importers/workato.md`.
package struct WorkatoImporter: Importer {
    package var format: String { "workato" }

    let scanner = ParameterScanner()

    package init() {}

    package func reads(_ path: String) -> Bool {
        isJSONPath(path)
    }

    package func recognises(_ file: SourceFile) -> Bool {
        let name = file.name.lowercased()
        if Self.endings.contains(where: name.hasSuffix) { return true }
        return file.contains("\"keyword\"") && file.contains("\"provider\"")
            || file.contains("\\\"keyword\\\"") && file.contains("\\\"provider\\\"")
    }

    private static let endings = [
        ".recipe.json", ".connection.json", ".api_endpoint.json", ".api_group.json", ".api_client.json",
        ".lookup_table.json", ".pub_sub_topic.json", ".workato_schema.json", ".project_property.json",
        "api_collection.json",
    ]

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> WorkatoPart {
        let root = try file.json()
        let name = file.name.lowercased()
        var part = WorkatoPart()
        if name.hasSuffix(".connection.json") {
            part.kind = .connections
            part.connections = [connection(root, options: options)].compactMap(\.self)
        } else if name.hasSuffix(".api_endpoint.json") {
            part.kind = .endpoints
            part.endpoints = [Self.endpoint(root)].compactMap(\.self)
        } else if name.hasSuffix(".api_group.json") || name.hasSuffix("api_collection.json") {
            part.kind = .collection
            part.collection = Self.collection(root)
        } else if let assets = root["assets"] ?? root["result"]?["assets"] ?? root["export_manifest"]?["assets"] {
            part.kind = .manifest
            for asset in assets.elements {
                guard let path = asset["zip_name"]?.string, let folder = asset["absolute_path"]?.string else {
                    continue
                }
                part.folders[path] = folder
            }
        } else {
            takeRecipes(root, at: file.path, options: options, into: &part)
            if part.kind == .other, Self.endings.contains(where: name.hasSuffix) { part.kind = .companion }
        }
        return part
    }

    /// One recipe, a list of them, or the API's `{"items": […]}` and `{"result": […]}`.
    private func takeRecipes(_ root: JSONValue, at path: String, options: ImportOptions, into part: inout WorkatoPart) {
        let reader = WorkatoRecipeReader(path: path, scanner: scanner, options: options)
        if let recipe = reader.recipe(of: root, place: nil) {
            part.kind = .recipes
            part.recipes = [recipe]
            return
        }
        let list = root.isArray ? root : root["items"] ?? root["result"]
        guard let list, list.isArray else { return }
        for (place, element) in list.elements.enumerated() {
            if let recipe = reader.recipe(of: element, place: place) { part.recipes.append(recipe) }
        }
        if !part.recipes.isEmpty { part.kind = .recipes }
    }

    private func connection(_ object: JSONValue, options: ImportOptions) -> WorkatoConnection? {
        guard let provider = object["provider"]?.string else { return nil }
        var connection = WorkatoConnection(provider: provider)
        connection.name = object["name"]?.string
        connection.id = object["id"].flatMap { $0.isNull ? nil : $0.scalarText }
        connection.secret = (object["input"] ?? object["parameters"]).flatMap {
            StoredSecrets.secret(in: $0, fingerprint: options.fingerprint)
        }
        return connection
    }

    private static func endpoint(_ object: JSONValue) -> WorkatoEndpoint? {
        guard let path = object["path"]?.string else { return nil }
        let recipe = WorkatoAsset(object["recipe_id"]) ?? object["recipe_name"]?.string.map(WorkatoAsset.init(name:))
        return WorkatoEndpoint(
            method: object["method"]?.string?.uppercased() ?? "GET",
            path: path,
            recipe: recipe,
            collection: WorkatoAsset(object["api_group_id"] ?? object["api_collection_id"]),
            active: object["active"]?.bool
        )
    }

    /// The prefix is the handle; without one it is the name and the first number of the version.
    private static func collection(_ object: JSONValue) -> WorkatoCollection? {
        guard let name = object["name"]?.string else { return nil }
        if object["use_prefix"]?.bool == false { return WorkatoCollection(name: name, prefix: "") }
        let version = object["version"]?.scalarText?.split(separator: ".").first.map { "-v\($0)" } ?? ""
        return WorkatoCollection(name: name, prefix: object["handle"]?.string ?? name + version)
    }
}
