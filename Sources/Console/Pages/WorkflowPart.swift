import Domain

/// What the source says of the workflow behind an identity.
struct WorkflowPart: Sendable {
    struct Fact: Sendable {
        var label: String
        var value: String
    }

    struct CallbackRow: Sendable {
        var kind: String
        var step: String
        var `where`: String
        var proof: Badge
    }

    struct CredentialRow: Sendable {
        var name: String
        var id: String
        var kind: String
        var steps: String
    }

    var activity: String
    var facts: [Fact]
    var callbacks: [CallbackRow]
    var hasCallbacks: Bool
    var credentials: [CredentialRow]
    var hasCredentials: Bool

    init(_ workflow: Workflow, source: Source?, identity: Identity, now: Instant) {
        activity = Self.activity(workflow)
        facts = Self.facts(workflow, source, identity, now)
        callbacks = workflow.triggers.map { trigger in
            CallbackRow(
                kind: Words.sentence(trigger.kind.rawValue),
                step: trigger.step,
                where: trigger.callback.map { "\($0.methods.joined(separator: " ")) /\($0.path)" } ?? trigger.schedule
                    ?? "–",
                proof: Self.proof(trigger),
            )
        }
        hasCallbacks = !callbacks.isEmpty
        var references: [String: (CredentialReference, [String])] = [:]
        for step in workflow.steps {
            for reference in step.credentials {
                references[reference.key, default: (reference, [])].1.append(step.name)
            }
        }
        credentials = references.values.sorted { $0.0.key < $1.0.key }.map { reference, steps in
            CredentialRow(
                name: reference.name ?? "unnamed",
                id: reference.id ?? "no id",
                kind: reference.kind,
                steps: steps.joined(separator: ", "),
            )
        }
        hasCredentials = !credentials.isEmpty
    }

    private static func activity(_ workflow: Workflow) -> String {
        if workflow.archived { return "archived" }
        return workflow.active.map { $0 ? "switched on" : "switched off" } ?? "its source does not say whether it is on"
    }

    private static func facts(
        _ workflow: Workflow,
        _ source: Source?,
        _ identity: Identity,
        _ now: Instant,
    ) -> [Fact] {
        var facts: [Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(Fact(label: label, value: value)) }
        }
        add("Source", source.map { "\($0.description.format), \($0.description.root)" })
        add("File", workflow.path)
        let unknown = workflow.steps.filter { $0.effect.identityClass == nil }.count
        let note = unknown == 0 ? "" : " (\(unknown) of unknown effect)"
        add("Steps", Words.grouped(workflow.steps.count) + note)
        add("Project", workflow.project)
        add("Owner there", workflow.owner?.text)
        add("Tags", workflow.tags.joined(separator: ", "))
        add("Copy of", workflow.origin ?? identity.copyOf?.text)
        add("Made", workflow.createdAt.map { Moment($0, now: now).text })
        add("Changed", workflow.updatedAt.map { Moment($0, now: now).text })
        add("Last run", workflow.lastRun.map { Moment($0, now: now).text } ?? "its source cannot tell")
        add("Gone", identity.vanished.map { "vanished from its source \(Moment($0, now: now).text)" })
        let secrets = workflow.steps.reduce(0) { $0 + $1.literalSecrets.count }
        add("Secrets in steps", secrets == 0 ? nil : Words.count(secrets, "secret") + " written into parameters")
        return facts
    }

    private static func proof(_ trigger: Trigger) -> Badge {
        guard let callback = trigger.callback else { return Badge("not callable", tone: "plain") }
        return callback.authentication.map { Badge($0, tone: "good") } ?? Badge("nothing", tone: "critical")
    }
}
