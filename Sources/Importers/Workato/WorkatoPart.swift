import Domain

/// What one file of a Workato package or answer of its API holds.
package struct WorkatoPart: Sendable {
    enum Kind: Sendable, Hashable {
        case recipes, connections, endpoints, collection, manifest, companion, other
    }

    var kind = Kind.other
    var recipes: [WorkatoRecipe] = []
    var connections: [WorkatoConnection] = []
    var endpoints: [WorkatoEndpoint] = []
    var collection: WorkatoCollection?
    /// Folders of assets by the path of their file in the package, as the manifest of an export lists them.
    var folders: [String: String] = [:]
    var remarks: [Rejection] = []
}

/// A recipe before the rest of its source is known.
struct WorkatoRecipe: Sendable {
    var draft: WorkflowDraft
    /// Recipes that it calls.
    var called: Set<WorkatoAsset> = []
    /// The step that waits for requests to the API platform; nil when none does.
    var requestStep: String?
}

/// How one file of a package names another.
struct WorkatoAsset: Sendable, Hashable {
    /// Path in the package, or the id of a workspace.
    var path: String?
    var name: String?

    init?(_ value: JSONValue?) {
        guard let value, !value.isNull else { return nil }
        path = value["zip_name"]?.string ?? value.scalarText
        name = value["name"]?.string
        if path == nil, name == nil { return nil }
    }

    init(name: String) { self.name = name }
}

/// A connection that a package declares.
struct WorkatoConnection: Sendable {
    var provider: String
    var name: String?
    var id: String?
    var secret: StoredSecret?
}

/// An address at which the API platform starts a recipe.
struct WorkatoEndpoint: Sendable {
    var method: String
    var path: String
    var recipe: WorkatoAsset?
    var collection: WorkatoAsset?
    var active: Bool?
}

/// Addresses that are published together.
struct WorkatoCollection: Sendable {
    var name: String
    /// What stands in front of the paths of its endpoints.
    var prefix: String
}
