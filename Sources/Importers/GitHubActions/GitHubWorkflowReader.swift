import Domain
import SecretScan
import YAML

/// Turns the document of a workflow file into a workflow.
struct GitHubWorkflowReader {
    /// Path of the file, from the root of the import.
    let path: String
    let scanner: ParameterScanner
    let options: ImportOptions

    /// The workflow of a document, which is a map with `on` and `jobs`.
    func draft(of document: YAMLNode) -> GitHubDraft {
        var workflow = Workflow(key: path, name: document["name"]?.asStatedText ?? fileName, path: path)
        workflow.kind = .pipeline
        let triggers = GitHubTriggers(document["on"])
        workflow.triggers = triggers.triggers
        var finder = YAMLSecretFinder(
            scanner: scanner,
            fingerprint: options.fingerprint,
            code: ["run", "script", "args", "command"],
            isReference: { $0.contains("${{") },
        )
        var result = GitHubDraft(draft: WorkflowDraft(workflow, id: nil), triggers: triggers)
        var facts = GitHubFacts()
        facts.references = GitHubReferences(in: document)
        let permissions = GitHubPermissions(document["permissions"])
        let shared = GitHubReferences(in: document, without: ["jobs", "on", "name", "run-name"])
        let atTop = document["env"].map { finder.search($0, place: "env") } ?? []
        for pair in document.entries(of: "jobs") where pair.value.asMap != nil {
            let job = job(pair.key, pair.value, permissions: permissions, shared: shared, finder: &finder)
            count(pair.value, as: job, into: &facts)
            result.jobs.append(job)
        }
        // A secret of the whole workflow is said of its first step, and once.
        if !atTop.isEmpty, let first = result.jobs.firstIndex(where: { !$0.readings.isEmpty }) {
            result.jobs[first].readings[0].step.literalSecrets.insert(contentsOf: atTop, at: 0)
        }
        result.facts = facts
        var digest = YAMLDigest(secrets: finder.byPlace)
        for key in ["on", "permissions", "env", "defaults", "concurrency", "jobs"] {
            digest.add(key)
            if let node = document[key] { digest.add(node) }
        }
        result.draft.contentHash = digest.hash
        result.draft.workflow.tags = facts.environments.sorted().map { "deploys to \($0)" }
        return result
    }

    // MARK: - Jobs

    private func job(
        _ name: String,
        _ node: YAMLNode,
        permissions: GitHubPermissions,
        shared: GitHubReferences,
        finder: inout YAMLSecretFinder,
    ) -> GitHubJob {
        var shared = shared
        shared.formUnion(GitHubReferences(in: node, without: ["steps", "name", "secrets", "with", "services"]))
        let reach = GitHubStepRules.Reach(
            permissions: permissions.overridden(by: GitHubPermissions(node["permissions"])),
            environment: Self.environment(of: node),
            isSelfHosted: Self.isSelfHosted(node),
        )
        let reader = GitHubStepReader(
            reach: reach,
            shared: shared,
            owner: path,
            job: name,
            catalogue: options.catalogue,
        )
        var job = GitHubJob(name: name, reader: reader)
        job.needs = node["needs"]?.asTexts ?? []
        if let text = node["uses"]?.asStatedText {
            var reading = reader.call(node, uses: text)
            for key in ["with", "secrets"] {
                guard let part = node[key] else { continue }
                reading.step.literalSecrets += finder.search(part, place: "jobs.\(name).\(key)")
            }
            job.readings.append(reading)
        }
        job.readings += images(of: node, in: name, reader: reader, finder: &finder)
        var names = UniqueNames()
        for (index, step) in node.elements(of: "steps").enumerated() where step.asMap != nil {
            var reading = reader.step(step, name: "\(name)/\(names.name(for: Self.label(of: step, at: index)))")
            for key in ["env", "with", "run"] {
                guard let part = step[key] else { continue }
                let place = "jobs.\(name).steps[\(index)].\(key)"
                reading.step.literalSecrets += finder.search(part, place: place, name: key)
            }
            job.readings.append(reading)
        }
        if let env = node["env"], !job.readings.isEmpty {
            job.readings[0].step.literalSecrets += finder.search(env, place: "jobs.\(name).env")
        }
        return job
    }

    private func images(
        of node: YAMLNode,
        in job: String,
        reader: GitHubStepReader,
        finder: inout YAMLSecretFinder,
    ) -> [GitHubStepReader.Reading] {
        var found: [(name: String, connector: String, node: YAMLNode)] = []
        if let container = node["container"] { found.append(("container", "container", container)) }
        for service in node.entries(of: "services") {
            found.append(("services/\(service.key)", "service", service.value))
        }
        return found.compactMap { name, connector, image in
            guard var reading = reader.image(image, name: "\(job)/\(name)", connector: connector) else { return nil }
            let place = "jobs.\(job).\(name.split(separator: "/").joined(separator: "."))"
            reading.step.literalSecrets = finder.search(image, place: place)
            return reading
        }
    }

    /// Name of an environment, from a text or the `name` of a map; an expression stays one.
    private static func environment(of job: YAMLNode) -> String? {
        guard let environment = job["environment"] else { return nil }
        return environment.asStatedText ?? environment["name"]?.asStatedText
    }

    private static func isSelfHosted(_ job: YAMLNode) -> Bool {
        guard let runner = job["runs-on"] else { return false }
        return runner.asTexts.contains("self-hosted") || runner["labels"]?.asTexts.contains("self-hosted") ?? false
    }

    private static func label(of step: YAMLNode, at index: Int) -> String {
        let name = ["name", "id", "uses"].lazy.compactMap { step[$0]?.asStatedText }.first
        return name?.split(whereSeparator: \.isNewline).first.map(String.init) ?? "step \(index + 1)"
    }

    private var fileName: String {
        let name = path.split(separator: "/").last ?? path[...]
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
    }

    // MARK: - Counting

    private func count(_ node: YAMLNode, as job: GitHubJob, into facts: inout GitHubFacts) {
        facts.jobs += 1
        facts.steps += node.elements(of: "steps").count
        let texts = [node["uses"]?.asText] + node.elements(of: "steps").map { $0["uses"]?.asText }
        facts.uses += texts.compactMap { $0.map(GitHubUses.init) }
        let writes = job.permissions.writes
        if !writes.isEmpty { facts.isWriting = true }
        if writes == ["*"] { facts.isWritingAll = true }
        if job.permissions == .unstated { facts.defaultJobs += 1 }
        if job.permissions.mayAskForIdentityToken { facts.mayAskForIdentityToken = true }
        if node["secrets"]?.asText == "inherit" { facts.inheritsSecrets = true }
        if job.reader.reach.isSelfHosted { facts.isSelfHosted = true }
        if let environment = job.environment { facts.environments.insert(environment) }
        facts.images += job.readings.count { ["container", "service"].contains($0.step.connector) }
    }
}

/// Gives each step of a job a name of its own.
struct UniqueNames {
    private var used: [String: Int] = [:]

    mutating func name(for label: String) -> String {
        let number = used[label, default: 0] + 1
        used[label] = number
        guard number > 1 else { return label }
        return name(for: "\(label) #\(number)")
    }
}
