import Domain
import YAML

/// A repository as far as its workflows depend on its other files: actions, owners, names.
struct GitHubRepository {
    let source: SourceDescription
    /// `owner/repository`; nil where the folder's name does not say.
    let name: String?
    private var actions: [String: GitHubAction] = [:]
    private var owners: CodeOwners?

    init(source: SourceDescription, parts: [(path: String, part: GitHubPart)]) {
        self.source = source
        let folder = source.root.split(separator: "/").last ?? ""
        let parted = folder.split(separator: "@").first?.split(separator: "+", maxSplits: 1) ?? []
        name = parted.count == 2 ? "\(parted[0])/\(parted[1])" : nil
        var best = Int.max
        for (path, part) in parts {
            switch part.kind {
            case .action(let action): actions[self.path(action.folder)] = action
            case .owners(let found):
                guard let rank = CodeOwners.rank(ofPath: self.path(path)), rank < best else { continue }
                best = rank
                owners = found
            case .workflow, .other: break
            }
        }
    }

    /// A path from the root of the import as one from the root of the repository.
    func path(_ path: String) -> String {
        path == source.root
            ? "" : path.hasPrefix(source.root + "/") ? String(path.dropFirst(source.root.utf8.count + 1)) : path
    }

    // MARK: - One workflow

    struct Finished {
        var workflow: Workflow
        var trusts: [Trust] = []
        var remarks: [Rejection] = []
    }

    /// Joins to a workflow what other files of its repository say: actions it runs, its owner, its key.
    func finished(_ read: GitHubDraft, options: ImportOptions) -> Finished {
        var draft = read.draft
        let key = path(draft.workflow.path)
        var result = Finished(workflow: draft.workflow)
        var budget = Self.innerSteps
        for job in read.jobs {
            var steps: [Step] = []
            for reading in job.readings {
                steps.append(reading.step)
                if case .local(let path)? = reading.uses, reading.step.operation != "call" {
                    steps += inner(
                        of: path,
                        in: job,
                        under: reading.step.name,
                        remarks: &result.remarks,
                        budget: &budget,
                        path: draft.workflow.path
                    )
                }
                if case .local(let path)? = reading.uses, reading.step.operation == "call" {
                    draft.workflow.calls.append(path)
                } else if case .repository(let name, let ref)? = reading.uses, reading.step.operation == "call" {
                    let to = ref.map { "\(name)@\($0)" } ?? name
                    result.trusts.append(Trust(.calls, from: key, to: to))
                }
            }
            for index in steps.indices { steps[index] = owned(steps[index], key: key, job: job.name) }
            link(steps, of: job, into: &draft)
            draft.workflow.steps += steps
            result.trusts += federations(of: job, key: key)
        }
        draft.workflow.calls = Set(draft.workflow.calls).sorted()
        draft.workflow.key = key
        draft.workflow.project = name
        draft.workflow.owner = owners?.owner(of: key)
        draft.workflow.environment = environment(of: read, options: options)
        if draft.workflow.steps.isEmpty {
            result.remarks.append(remark(draft, "workflow `\(draft.workflow.name)` has no steps"))
        }
        if read.triggers.events.isEmpty {
            result.remarks.append(remark(draft, "nothing starts workflow `\(draft.workflow.name)`"))
        }
        draft.setCloneKeys()
        draft.workflow.digest = securityDigest(of: draft.workflow, contentHash: draft.contentHash)
        result.workflow = draft.workflow
        return result
    }

    private func remark(_ draft: WorkflowDraft, _ reason: String) -> Rejection {
        Rejection(path: draft.workflow.path, reason: reason)
    }

    /// A step with the token under the workflow's own key, and with code of the repository's owner known as such.
    private func owned(_ step: Step, key: String, job: String) -> Step {
        var step = step
        for index in step.credentials.indices where step.credentials[index].kind == "githubToken" {
            step.credentials[index].id = "\(key)#\(job)"
        }
        if let owner = name?.split(separator: "/").first?.lowercased(), let code = step.code {
            let names = [code.name.lowercased(), "ghcr.io/" + owner + "/"]
            if names[0].hasPrefix(owner + "/") || names[0].hasPrefix(names[1]) { step.code?.isThirdParty = false }
        }
        return step
    }

    /// Edges along the steps of a job, and from the jobs it waits for.
    private func link(_ steps: [Step], of job: GitHubJob, into draft: inout WorkflowDraft) {
        for (from, to) in zip(steps, steps.dropFirst()) {
            draft.edges.append(WorkflowDraft.Edge(from: from.name, kind: "step", to: to.name))
        }
        guard let first = steps.first else { return }
        for needed in job.needs {
            let last = draft.workflow.steps.last { $0.name == needed || $0.name.hasPrefix(needed + "/") }
            if let last { draft.edges.append(WorkflowDraft.Edge(from: last.name, kind: "needs", to: first.name)) }
        }
    }

    /// Said for the import, else production where any job deploys there, else what all environments mean alike.
    private func environment(of read: GitHubDraft, options: ImportOptions) -> String? {
        if let environment = options.environment { return environment }
        let meanings = read.facts.environments.compactMap { options.environments[$0] ?? Environments.meaning(of: $0) }
        if meanings.contains("production") { return "production" }
        if let only = Set(meanings).first, Set(meanings).count == 1 { return only }
        return name.flatMap { options.environments[$0] } ?? source.environment
    }

    // MARK: - Actions of the repository

    /// Steps of actions that one workflow may bring in: actions that use each other many times grow beyond all bounds.
    private static let innerSteps = 5000

    /// The steps of an action that a step runs, with the rights of that step's job; actions within it too.
    private func inner(
        of path: String,
        in job: GitHubJob,
        under name: String,
        remarks: inout [Rejection],
        budget: inout Int,
        path file: String,
        within: [String] = [],
    ) -> [Step] {
        guard let action = actions[path] else { return [] }
        // GitHub allows ten actions within each other, and none within itself.
        guard !within.contains(path), within.count < 10 else {
            let remark = Rejection(path: file, reason: "action `\(path)` runs itself, or lies too deep in others")
            if !remarks.contains(remark) { remarks.append(remark) }
            return []
        }
        var steps: [Step] = []
        if let image = action.image,
            let reading = job.reader.image(
                YAMLNode(.scalar(image.replacing("docker://", with: ""), isPlain: true)),
                name: "\(name)/image",
                connector: "container"
            ), image.hasPrefix("docker://")
        {
            steps.append(reading.step)
        }
        var names = UniqueNames()
        for (index, node) in action.steps.enumerated() {
            guard budget > 0 else {
                let remark = Rejection(
                    path: file,
                    reason: "actions of more than \(Self.innerSteps) steps; the rest is left out"
                )
                if !remarks.contains(remark) { remarks.append(remark) }
                return steps
            }
            budget -= 1
            let label = ["name", "id", "uses"].lazy.compactMap { node[$0]?.asStatedText }.first ?? "step \(index + 1)"
            let reading = job.reader.step(node, name: "\(name)/\(names.name(for: label))")
            steps.append(reading.step)
            guard case .local(let next)? = reading.uses else { continue }
            steps += inner(
                of: next,
                in: job,
                under: reading.step.name,
                remarks: &remarks,
                budget: &budget,
                path: file,
                within: within + [path]
            )
        }
        return steps
    }

    // MARK: - Trusts

    /// Which accounts outside a job takes on through its identity token.
    private func federations(of job: GitHubJob, key: String) -> [Trust] {
        guard job.permissions.mayAskForIdentityToken else { return [] }
        let logins = job.readings.compactMap(\.login).filter { !$0.isStatic }
        let subject = "job `\(job.name)`" + (identitySubject(of: job).map { ", subject `\($0)`" } ?? "")
        guard !logins.isEmpty else {
            let condition = "\(subject), whoever accepts GitHub's tokens: no login is named"
            return [Trust(.federates, from: key, to: "*", condition: condition)]
        }
        return logins.map {
            Trust(.federates, from: key, to: $0.identity ?? $0.cloud, condition: "\($0.cloud), \(subject)")
        }
    }

    /// What GitHub writes as subject into the token, as far as the files tell.
    ///
    /// Source: GitHub's documentation of OpenID Connect claims.
    private func identitySubject(of job: GitHubJob) -> String? {
        guard let name else { return nil }
        guard let environment = job.environment, !environment.contains("${{") else { return "repo:\(name):*" }
        return "repo:\(name):environment:\(environment)"
    }

    /// Who starts whom: strangers by what they may do to the repository, workflows by ending.
    func trustsAmongWorkflows(_ parts: [(path: String, part: GitHubPart)]) -> [Trust] {
        var keysByName: [String: [String]] = [:]
        for case (let path, .workflow(let read)) in parts.map({ ($0.path, $0.part.kind) }) {
            keysByName[read.draft.workflow.name, default: []].append(self.path(path))
        }
        var trusts: [Trust] = []
        for case (let path, .workflow(let read)) in parts.map({ ($0.path, $0.part.kind) }) {
            for event in read.triggers.openEvents {
                trusts.append(Trust(.calls, from: "*", to: self.path(path), isExternal: true, condition: event))
            }
            for name in read.triggers.workflows {
                for key in keysByName[name] ?? [] {
                    trusts.append(Trust(.calls, from: key, to: self.path(path), condition: "workflow_run"))
                }
            }
        }
        return trusts
    }
}
