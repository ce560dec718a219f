import Crypto
import Domain

extension PostgresEstate {
    /// What runs by itself in the server: jobs, subscriptions, publications and event triggers.
    func workflows() -> [Workflow] {
        databases.flatMap { database in
            database.jobs.map { workflow(job: $0) }
                + database.subscriptions.map { workflow(subscription: $0, of: database) }
                + database.publications.map { workflow(publication: $0, of: database) }
                + database.eventTriggers.map { workflow(eventTrigger: $0, of: database) }
        }
    }

    private func workflow(job: PostgresDatabaseFacts.Job) -> Workflow {
        let effect: StepEffect =
            switch job.verb {
            case "VACUUM", "ANALYZE", "REFRESH", "REINDEX":
                StepEffect(.changeCapable, reason: "`\(job.verb)` tends tables")
            case "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE":
                StepEffect(.changeCapable, reason: "`\(job.verb)` changes")
            case "GRANT", "REVOKE", "ALTER", "CREATE", "DROP":
                StepEffect(.privileged, reason: "`\(job.verb)` changes what there is and who may use it")
            default: StepEffect(nil, reason: "`\(job.verb)` may call anything; counts as change-capable")
            }
        var step = Step(name: "command", connector: "postgres.sql", effect: effect)
        step.operation = job.verb.isEmpty ? nil : job.verb
        step.target = "\(place)/\(job.database)"
        var workflow = Workflow(key: Self.key(of: job), name: job.name ?? "pg_cron job \(job.id)", path: "")
        workflow.kind = .scheduledJob
        workflow.active = job.isActive
        workflow.owner = OwnerHint(kind: .unknown, text: job.role)
        workflow.steps = [step]
        workflow.triggers = [Trigger(kind: .schedule, step: "command", schedule: job.schedule)]
        workflow.digest = digest([job.schedule, job.commandHash, job.role, job.database, "\(job.isActive)"])
        return workflow
    }

    private func workflow(
        subscription: PostgresDatabaseFacts.Subscription,
        of database: PostgresDatabaseFacts,
    ) -> Workflow {
        let effect = StepEffect(.changeCapable, reason: "writes the changes of another server into tables here")
        var step = Step(name: "receive", connector: "postgres.subscription", effect: effect)
        step.target = subscription.target
        step.credentials = [reference(of: subscription, database)]
        var workflow = Workflow(
            key: "\(database.name)/subscription/\(subscription.name)",
            name: subscription.name,
            path: ""
        )
        workflow.kind = .connector
        workflow.active = subscription.isEnabled
        workflow.owner = name(of: subscription.owner).map { OwnerHint(kind: .unknown, text: $0) }
        workflow.steps = [step]
        workflow.triggers = [Trigger(kind: .event, step: "receive")]
        workflow.digest = digest([
            subscription.publications, subscription.target ?? "", subscription.remoteUser ?? "",
            "\(subscription.isEnabled)", subscription.secret?.hex ?? "",
        ])
        return workflow
    }

    private func workflow(
        publication: PostgresDatabaseFacts.Publication,
        of database: PostgresDatabaseFacts,
    ) -> Workflow {
        let what = publication.tables.map { "\($0) tables" } ?? "all tables"
        let effect = StepEffect(.readOnly, reason: "gives the changes of \(what) to whoever may replicate")
        let step = Step(name: "publish", connector: "postgres.publication", effect: effect)
        var workflow = Workflow(
            key: "\(database.name)/publication/\(publication.name)",
            name: publication.name,
            path: ""
        )
        workflow.kind = .connector
        workflow.owner = name(of: publication.owner).map { OwnerHint(kind: .unknown, text: $0) }
        workflow.steps = [step]
        workflow.triggers = [Trigger(kind: .event, step: "publish")]
        workflow.digest = digest([what])
        return workflow
    }

    private func workflow(
        eventTrigger: PostgresDatabaseFacts.EventTrigger,
        of database: PostgresDatabaseFacts,
    ) -> Workflow {
        let reason = "runs `\(eventTrigger.function)` with the rights of whoever changes the schema, superusers too"
        let step = Step(
            name: "function",
            connector: "postgres.eventTrigger",
            effect: StepEffect(.privileged, reason: reason)
        )
        var workflow = Workflow(key: "\(database.name)/trigger/\(eventTrigger.name)", name: eventTrigger.name, path: "")
        workflow.active = eventTrigger.isEnabled
        workflow.owner = name(of: eventTrigger.owner).map { OwnerHint(kind: .unknown, text: $0) }
        workflow.steps = [step]
        workflow.triggers = [Trigger(kind: .event, step: "function")]
        workflow.digest = digest([eventTrigger.event, eventTrigger.function, "\(eventTrigger.isEnabled)"])
        return workflow
    }

    private func digest(_ facts: [String]) -> String {
        hex(SHA256.hash(data: Array(facts.map { "\($0.utf8.count):\($0)" }.joined().utf8)))
    }
}
