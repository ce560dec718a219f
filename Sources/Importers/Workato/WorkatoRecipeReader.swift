import Domain
import SecretScan

/// Turns one recipe into values.
struct WorkatoRecipeReader {
    let path: String
    let scanner: ParameterScanner
    let options: ImportOptions

    /// Reads a recipe; its `code` is an object in packages and a text in answers of the API.
    ///
    /// - Returns: nil when it is none.
    func recipe(of object: JSONValue, place: Int?) -> WorkatoRecipe? {
        guard object.isObject, let code = Self.nested(object["code"]), code["keyword"] != nil else { return nil }
        let location = place.map { "\(path)#\($0)" } ?? path
        var workflow = Workflow(key: location, name: object["name"]?.string ?? fileName, path: path)
        workflow.active = object["running"]?.bool
        workflow.createdAt = object["created_at"]?.string.flatMap(Instant.init)
        workflow.updatedAt = object["updated_at"]?.string.flatMap(Instant.init)
        workflow.lastRun = object["last_run_at"]?.string.flatMap(Instant.init)
        workflow.tags = object.elements(of: "tags").compactMap { $0.string ?? $0["title"]?.string }
        workflow.origin = object["copied_from"]?.scalarText
        if let author = object["author_name"]?.string, !author.isEmpty {
            workflow.owner = OwnerHint(kind: .person, text: author)
        }
        let id = object["id"].flatMap { $0.isNull ? nil : $0.scalarText }
        var recipe = WorkatoRecipe(draft: WorkflowDraft(workflow, id: id))
        var reading = Reading(connections: connections(of: object), digest: ContentDigest())
        read(code, after: nil, into: &recipe, reading: &reading)
        recipe.draft.contentHash = reading.digest.hash
        return recipe
    }

    private struct Reading {
        /// The connection of each provider.
        var connections: [String: CredentialReference]
        var digest: ContentDigest
    }

    /// `config`: which connection each provider uses; null for what needs none.
    private func connections(of object: JSONValue) -> [String: CredentialReference] {
        var connections: [String: CredentialReference] = [:]
        guard let config = Self.nested(object["config"]) else { return connections }
        for entry in config.elements {
            guard let provider = entry["provider"]?.string, let account = WorkatoAsset(entry["account_id"]) else {
                continue
            }
            connections[provider] = CredentialReference(kind: provider, id: account.path, name: account.name)
        }
        return connections
    }

    // MARK: - Steps

    /// Reads a block and all inside it: each follows the one before it, the first of a block what it is inside of.
    private func read(
        _ block: JSONValue,
        after previous: String?,
        into recipe: inout WorkatoRecipe,
        reading: inout Reading
    ) {
        let name = add(block, into: &recipe, reading: &reading)
        if let previous { recipe.draft.edges.append(.init(from: previous, kind: "next", to: name)) }
        var before: String?
        for inner in block.elements(of: "block") where inner.isObject {
            let start = recipe.draft.workflow.steps.count
            read(inner, after: before, into: &recipe, reading: &reading)
            let first = recipe.draft.workflow.steps[start].name
            if before == nil { recipe.draft.edges.append(.init(from: name, kind: "block", to: first)) }
            before = first
        }
    }

    private func add(_ block: JSONValue, into recipe: inout WorkatoRecipe, reading: inout Reading) -> String {
        let keyword = block["keyword"]?.string ?? "action"
        let connector = block["provider"]?.string ?? keyword
        let number = block["number"]?.scalarText ?? "\(recipe.draft.workflow.steps.count)"
        let action = block["name"]?.string
        let name = [number, connector, action].compactMap(\.self).joined(separator: " ")
        let facts = WorkatoFacts(block, connector: connector, keyword: keyword, action: action)
        var step = Step(name: name, connector: connector, effect: facts.effect(catalogue: options.catalogue))
        step.operation = facts.operation
        step.resource = facts.resource
        step.target = facts.target
        step.disabled = block["skip"]?.bool ?? false
        if let reference = reading.connections[connector] { step.credentials = [reference] }
        if facts.callsRecipe, let asset = WorkatoAsset(block["input"]?["flow_id"]) { recipe.called.insert(asset) }
        var finder = LiteralSecretFinder(
            scanner: scanner,
            fingerprint: options.fingerprint,
            place: "input",
            isReference: Self.isReference
        )
        if let input = block["input"] { finder.search(input) }
        step.literalSecrets = finder.found
        reading.digest.add("\(keyword) \(connector) \(action ?? "")")
        if let input = block["input"] { reading.digest.add(input, secrets: finder.byValue) }
        recipe.draft.workflow.steps.append(step)
        if keyword == "trigger" {
            if connector == "workato_api_platform" { recipe.requestStep = name }
            recipe.draft.workflow.triggers.append(WorkatoTriggers.trigger(block, connector: connector, step: name))
        }
        return name
    }

    /// A formula, or a pill that stands for the data of another step.
    @Sendable
    private static func isReference(_ member: LiteralSecretFinder.Member) -> Bool {
        guard member.value.kind == .string else { return false }
        let raw = member.value.rawBytes
        return raw.first == UInt8(ascii: "=") || raw.starts(with: Array("#{".utf8))
    }

    // MARK: - Shapes

    /// A value that may be written as JSON inside a text.
    private static func nested(_ value: JSONValue?) -> JSONValue? {
        guard let value, let text = value.string else { return value }
        return try? JSONDocument.whole(Array(text.utf8))
    }

    private var fileName: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".recipe.json") ? String(name.dropLast(12)) : name
    }
}
