import Domain
import SQLEngine
import Store
import TestSupport

extension TestEngine {
    /// Runs `body` with a new store, migrated and empty.
    func withStore(_ body: (any Database) async throws -> Void) async throws {
        try await withDatabase { database in
            try await migrate(database)
            try await body(database)
        }
    }
}

private func migrate(_ database: some Database) async throws {
    try await Migrator(StoreSchema.migrations).migrate(database, at: 0)
}

extension Instant {
    static let start = Instant(seconds: 1_760_000_000)
}

extension ID {
    /// A new id of any kind.
    static func new() -> ID { ID(at: .start) }
}

extension Source {
    static func sample(_ root: String = "exports") -> Source {
        var capabilities = SourceDescription.Capabilities()
        capabilities.activeFlag = true
        return Source(
            id: .new(),
            description: SourceDescription(
                root: root,
                format: "n8n",
                environment: "production",
                capabilities: capabilities,
            ),
            firstSeen: .start,
            lastImport: .start,
        )
    }
}

extension Workflow {
    /// A workflow with one webhook and one step that uses a credential.
    static func sample(_ key: String, credential: String = "1", digest: String = "d1") -> Workflow {
        var workflow = Workflow(key: key, name: "Flow \(key)", path: "\(key).json", digest: digest)
        workflow.active = true
        workflow.cloneKey = "c1"
        workflow.tags = ["crm"]
        var step = Step(name: "Send", connector: "slack", effect: StepEffect(.changeCapable, reason: "`post`"))
        step.credentials = [CredentialReference(kind: "slackApi", id: credential, name: "Slack")]
        step.literalSecrets = [LiteralSecret(place: "parameters.a", rule: "r", fingerprint: Fingerprint(hex: "00"))]
        workflow.steps = [step]
        workflow.triggers = [
            Trigger(kind: .schedule, step: "Cron", schedule: "0 * * * *"),
            Trigger(kind: .webhook, step: "Hook", callback: Callback(methods: ["GET", "POST"], path: "hook/\(key)")),
        ]
        return workflow
    }
}

extension Database {
    /// Stages an import of workflows, as the control plane does, and shows it.
    func take(
        _ workflows: [Workflow],
        over marks: [String: EstateMark] = [:],
        gone: [String] = [],
        at now: Instant = .start,
        show: Bool = true,
    ) async throws -> ImportClaim {
        let description = Source.sample().description
        let claim = try await write { connection in
            let run = ID<ImportRun>.new()
            guard let claim = try SourceTable.claim(description, for: run, at: now, in: connection) else {
                throw DatabaseError(.busy, "claim", "it is claimed")
            }
            let rows = try workflows.map { try EstateStage.Row($0, over: marks[$0.key]) }
            let (source, generation) = (claim.source.id, claim.generation)
            try EstateStage.write(rows, of: source, generation: generation, at: now, in: connection)
            try EstateStage.remove(
                gone,
                .workflow,
                keeping: true,
                of: source,
                generation: generation,
                at: now,
                in: connection,
            )
            try SourceTable.release(run, in: connection)
            return claim
        }
        if show { try await self.show(claim) }
        return claim
    }

    func show(_ claim: ImportClaim) async throws {
        try await write {
            try SourceTable.advance(claim, to: claim.source.description, at: claim.source.lastImport, in: $0)
        }
    }
}

extension Principal {
    /// An account in which every field is filled.
    static var full: Principal {
        var principal = Principal(key: "arn:ci", name: "ci", kind: .role)
        principal.isPerson = true
        principal.active = false
        principal.owner = OwnerHint(kind: .person, text: "kim@example.com")
        principal.environment = "production"
        principal.path = "iam.json"
        principal.vendor = "Acme"
        principal.grantor = "ana"
        principal.purpose = "builds"
        principal.memberOf = ["builders"]
        principal.rights = [
            Right(
                .admin,
                operations: ["iam:*"],
                on: "*",
                effect: StepEffect(.privileged, reason: "`iam:*` changes who may do what"),
                via: "policy Admin",
                condition: "with MFA",
            )
        ]
        principal.credentials = [Credential.sample.reference]
        principal.createdAt = .start
        principal.lastUsed = .start + .days(1)
        principal.expires = .start + .days(2)
        principal.detail = ["path": "/ci/"]
        return principal
    }
}

extension Trust {
    static let sample = Trust(.assumes, from: "arn:other", to: "arn:ci", isExternal: true, condition: "ExternalId")
}

extension Credential {
    static var sample: Credential {
        var credential = Credential(reference: CredentialReference(kind: "accessKey", id: "k1", name: "key"))
        credential.fingerprint = Fingerprint(hex: "0a0b")
        credential.createdAt = .start
        credential.lastRotated = .start + .days(1)
        credential.lastUsed = .start + .days(2)
        credential.expires = .start + .days(3)
        credential.scopes = ["read"]
        credential.owner = OwnerHint(kind: .team, text: "crm")
        credential.environment = "production"
        credential.declared = true
        return credential
    }
}

extension Identity {
    static func sample(_ name: String, workflow: String? = nil, of source: ID<Source>? = nil) -> Identity {
        var identity = Identity(
            id: .new(),
            kind: .workflow,
            name: name,
            classification: Classification(.changeCapable, reasons: ["step `Send`: `post`"]),
            firstSeen: .start,
        )
        identity.workflow = workflow
        identity.source = source
        return identity
    }

    /// An identity in which every field is filled.
    static func full(_ name: String, source: ID<Source>) -> Identity {
        var identity = sample(name, workflow: "w1", of: source)
        identity.state = .active
        identity.level = .observe
        identity.owner = .new()
        identity.technicalOwner = .new()
        identity.backupApprover = .new()
        identity.purpose = "Tells the team of new orders"
        identity.environment = "production"
        identity.function = "sales"
        identity.vendor = "Acme"
        identity.renewal = .start + .days(30)
        identity.expires = .start + .days(90)
        identity.declaredReach = ["crm", "slack"]
        identity.stopPath = "switch it off"
        identity.copyOf = .new()
        identity.principal = "arn:ci"
        identity.updated = .start + .seconds(1)
        identity.lastUsed = .start + .seconds(2)
        identity.vanished = .start + .seconds(3)
        return identity
    }
}

extension User {
    static func sample(_ email: String, name: String = "Kim Example") -> User {
        User(id: .new(), email: email, name: name, team: "sales", roles: [.owner, .viewer])
    }
}
