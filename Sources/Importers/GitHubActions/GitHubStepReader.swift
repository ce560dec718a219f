import Domain
import SecretScan
import YAML

/// Turns the parts of a job into steps.
struct GitHubStepReader {
    let rules = GitHubActionFacts.known
    /// What the job puts within reach.
    let reach: GitHubStepRules.Reach
    /// What the job and the workflow hand to every step.
    let shared: GitHubReferences
    /// Key of the workflow and name of the job, for the token.
    let owner: String
    let job: String
    /// Classes that people decided.
    let catalogue: Catalogue

    /// A step and what it brings with it.
    struct Reading: Sendable {
        var step: Step
        var uses: GitHubUses?
        var login: Login?
    }

    /// A login at a place outside GitHub.
    struct Login: Sendable, Hashable {
        var cloud: String
        /// The account as the workflow names it; nil when no input does.
        var identity: String?
        /// Whether a standing secret is handed over, so that nothing is federated.
        var isStatic: Bool
    }

    /// Reads an entry of `steps`.
    func step(_ node: YAMLNode, name: String) -> Reading {
        var references = GitHubReferences(in: node)
        references.formUnion(shared)
        guard let text = node["uses"]?.asStatedText else {
            var step = Step(name: name, connector: "run", effect: effect("runs code of its own", references))
            step.operation = node["shell"]?.asStatedText
            step.credentials = credentials(references)
            return Reading(step: step)
        }
        return action(text, inputs: node["with"], name: name, references: references)
    }

    /// Reads a job that calls a whole workflow.
    func call(_ node: YAMLNode, uses text: String) -> Reading {
        var references = GitHubReferences(in: node)
        references.formUnion(shared)
        let uses = GitHubUses(text)
        var step: Step
        switch uses {
        case .local(let path):
            let reason = "calls workflow `\(path)`, which is judged by its own steps"
            step = Step(
                name: job,
                connector: "workflow",
                effect: StepEffect(.readOnly, reason: reason, rule: "sub-workflow")
            )
        default:
            let what = "runs a workflow of `\(uses.code?.name ?? text)`"
            let inherits = node["secrets"]?.asText == "inherit"
            var effect = effect(what, references)
            if inherits {
                effect = StepEffect(
                    .privileged,
                    reason: "\(what) and hands it every secret (`inherit`)",
                    rule: "github-inherit"
                )
            }
            step = Step(name: job, connector: uses.code?.name ?? text, effect: effect)
        }
        step.code = uses.code
        step.operation = "call"
        step.credentials = credentials(references)
        return Reading(step: step, uses: uses)
    }

    /// Reads the container of a job or one of its services; nil where no image is named.
    func image(_ node: YAMLNode, name: String, connector: String) -> Reading? {
        guard let text = node.asStatedText ?? node["image"]?.asStatedText else { return nil }
        let references = GitHubReferences(in: node)
        let what = connector == "container" ? "every step of the job runs in this image" : "runs beside the steps"
        var step = Step(
            name: name,
            connector: connector,
            effect: StepEffect(.readOnly, reason: what, rule: "github-image")
        )
        // Where an expression names the image nobody can say which it is.
        let image = ImageName(text.contains("${{") ? "" : text)
        step.code = image.code ?? CodeReference(name: text, version: nil, isPinned: false, isThirdParty: true)
        step.credentials = references.secrets.sorted().map(Self.secret)
        step.target = hostName(of: image.name)
        return Reading(step: step, uses: nil)
    }

    static func secret(_ name: String) -> CredentialReference {
        CredentialReference(kind: "secret", id: nil, name: name)
    }

    // MARK: - Parts

    private func action(_ text: String, inputs: YAMLNode?, name: String, references: GitHubReferences) -> Reading {
        let uses = GitHubUses(text)
        let connector: String =
            switch uses {
            case .local(let path): "./" + path
            case .image(let image): "docker://" + image.name
            case .repository(let name, _): name
            case .other(let text): text
            }
        let nature: GitHubActionFacts.Nature? =
            if case .repository(let name, _) = uses { rules[name] } else { nil }
        var login: Login?
        let effect: StepEffect
        switch nature {
        case .inside?: effect = StepEffect(.readOnly, reason: "`\(connector)` works inside the run", rule: "inside")
        case .changes(let words)?:
            effect = StepEffect(.changeCapable, reason: "`\(connector)` \(words)", rule: "github-action")
        case .login(let facts)?:
            let found = Login(facts, inputs: inputs)
            login = found
            let account = found.identity.map { " as `\($0)`" } ?? ""
            let reason = "logs in at \(found.cloud)\(account) for the steps that follow"
            effect = StepEffect(.privileged, reason: reason, rule: "github-login")
        case .code?: effect = self.effect("runs code of its own", references)
        case nil:
            let what: String =
                if case .local(let path) = uses {
                    "runs the action `\(path)` of the repository"
                } else {
                    "runs code of `\(connector)`"
                }
            effect = atLeast(purpose(of: connector), self.effect(what, references))
        }
        var step = Step(name: name, connector: connector, effect: decision(on: connector) ?? effect)
        step.code = uses.code
        step.credentials = credentials(references)
        return Reading(step: step, uses: uses, login: login)
    }

    /// A class that people decided for an action goes before every rule.
    private func decision(on connector: String) -> StepEffect? {
        catalogue.decided[connector].map {
            StepEffect($0.identityClass, reason: "decided for `\(connector)`: \($0.reason)", rule: "decided")
        }
    }

    /// What the catalogue says that an action is for; nil when it does not know it, or only reads.
    private func purpose(of connector: String) -> StepEffect? {
        guard let known = catalogue.connector(connector, on: "github-actions") else { return nil }
        let operation = known.filled(resource: nil, operation: nil, version: nil).operation
        guard let operation, let action = known.action(of: operation, on: nil) else { return nil }
        switch action {
        case .admin:
            let reason = "`\(connector)`: `\(operation)` hands out access to what lies outside"
            return StepEffect(.privileged, reason: reason, rule: "catalogue")
        case .write:
            return StepEffect(.changeCapable, reason: "`\(connector)`: `\(operation)` changes", rule: "catalogue")
        default: return nil
        }
    }

    /// What code may do is bounded by its reach, and what it is for is the least that it does.
    private func atLeast(_ purpose: StepEffect?, _ reach: StepEffect) -> StepEffect {
        guard let purpose else { return reach }
        let isStronger = (purpose.identityClass ?? .changeCapable) > (reach.identityClass ?? .changeCapable)
        guard isStronger || reach.identityClass == .readOnly else { return reach }
        return purpose
    }

    private func effect(_ what: String, _ references: GitHubReferences) -> StepEffect {
        GitHubStepRules.effect(of: what, reach: reach, references: references)
    }

    /// The secrets of a step, and the job's token where it may do anything: any step can get at it.
    private func credentials(_ references: GitHubReferences) -> [CredentialReference] {
        var credentials = references.secrets.sorted().map(Self.secret)
        let words = reach.permissions.words
        if !words.isEmpty {
            let id = "\(owner)#\(job)"
            credentials.append(CredentialReference(kind: "githubToken", id: id, name: "GITHUB_TOKEN"))
        }
        return credentials
    }
}

extension GitHubStepReader.Login {
    init(_ facts: GitHubLogin, inputs: YAMLNode?) {
        cloud = facts.cloud
        identity = facts.identityInputs.lazy.compactMap { inputs?[$0]?.asStatedText.map(Self.plain) }.first
        isStatic = facts.staticInputs.contains { inputs?[$0]?.asStatedText != nil }
    }

    /// `secrets.X` for an expression that is nothing else.
    private static func plain(_ text: String) -> String {
        guard text.hasPrefix("${{"), text.hasSuffix("}}"), !text.dropFirst(3).contains("${{") else { return text }
        return String(text.dropFirst(3).dropLast(2)).withoutOuterBlanks
    }
}
