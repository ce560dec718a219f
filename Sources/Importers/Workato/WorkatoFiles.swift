import Domain

/// Finds recipes and collections by the ways in which files of a package name each other.
struct WorkatoFiles {
    private var byPath: [String: String] = [:]
    private var byEnding = PathEndings<String>()
    private var byName: [String: String] = [:]
    private var byID: [String: String] = [:]
    private var collections: [(path: String, collection: WorkatoCollection)] = []
    private var listed = PathEndings<String>()

    init(_ drafts: [WorkflowDraft], parts: [(path: String, part: WorkatoPart)]) {
        for draft in drafts {
            byPath[draft.workflow.path] = draft.workflow.key
            byEnding.add(draft.workflow.path, draft.workflow.key)
            byName[draft.workflow.name.lowercased()] = draft.workflow.key
            byName[Self.stem(draft.workflow.path)] = draft.workflow.key
            if let id = draft.id { byID[id] = draft.workflow.key }
        }
        for (path, part) in parts {
            if let collection = part.collection { collections.append((path, collection)) }
            for (asset, folder) in part.folders { listed.add(asset, folder) }
        }
    }

    /// The key of a recipe: by its path in the package, seen from the file that names it, else by id or name.
    func recipe(_ asset: WorkatoAsset, near path: String) -> String? {
        if let wanted = asset.path {
            let beside = parentFolder(of: path).isEmpty ? wanted : parentFolder(of: path) + "/" + wanted
            if let found = byPath[beside] ?? byEnding.first(endingIn: wanted) { return found }
            if let found = byID[wanted] { return found }
        }
        return asset.name.flatMap { byName[$0.lowercased()] }
    }

    /// What stands in front of an endpoint's path: that of its collection, else of the collection in its folder.
    func prefix(of endpoint: WorkatoEndpoint, near path: String) -> String {
        let named = collections.first { $0.collection.name == endpoint.collection?.name }
        let near = collections.first { parentFolder(of: $0.path) == parentFolder(of: path) }
        return (named ?? near)?.collection.prefix ?? ""
    }

    /// The folder of the workspace that a file belongs to: as the manifest says, else the folder it lies in.
    func folder(of path: String) -> String? {
        if let known = listed.first(ending: path) { return known }
        return parentFolder(of: path).split(separator: "/").last.map(String.init)
    }

    private static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last?.lowercased() ?? ""
        return name.hasSuffix(".recipe.json") ? String(name.dropLast(12)) : name
    }
}
