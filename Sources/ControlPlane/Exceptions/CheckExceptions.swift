import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Checks the controls of everything that is accepted.
    func checkedExceptions(_ job: Job) -> JobEffect {
        { change in
            try change.checkExceptions()
            let minutes = try TermsTable.find(in: change.connection).exceptions.checkMinutes
            return change.now + .minutes(Int64(minutes))
        }
    }

    /// Ends what was accepted for a time that is over.
    func endedException(_ job: Job) -> JobEffect {
        { change in
            guard let id = ID<RiskException>(job.key),
                var exception = try RiskExceptionTable.find(id, in: change.connection), exception.state == .active
            else { return nil }
            try change.close(&exception, .ended, .exceptionEnded, "its time is over")
            return nil
        }
    }
}

extension Change {
    /// Checks every accepted exception, in the transaction that may have broken its controls.
    mutating func checkExceptions() throws {
        for var exception in try RiskExceptionTable.active(in: connection) {
            if exception.ends <= now {
                try close(&exception, .ended, .exceptionEnded, "its time is over")
                continue
            }
            if let refusal = try ExceptionEffect.refusal(of: exception, at: now, in: connection) {
                try close(&exception, .broken, .exceptionBroken, refusal)
                continue
            }
            let before = exception.checks
            try check(&exception)
            guard let failing = exception.checks.first(where: { !$0.holds }) else {
                // Evidence that reads the same need not be written again.
                if before != exception.checks { try RiskExceptionTable.update(exception, in: connection) }
                continue
            }
            let why = "\(failing.kind.rawValue) does not hold: \(failing.evidence)"
            try close(&exception, .broken, .exceptionBroken, why)
        }
    }

    /// Checks after a change of what controls rest on.
    mutating func checkTouchedExceptions() throws {
        let depends: Set<WorldChange.Kind> = [.identity, .grant, .system, .level]
        if touched.contains(where: { depends.contains($0.kind) }) { try checkExceptions() }
    }

    /// Notes what the controls of an exception are found to be.
    func check(_ exception: inout RiskException) throws {
        let known = try IdentityTable.find(exception.identities, in: connection)
        let identities = exception.identities.compactMap { known[$0] }
        let grants = try identities.flatMap { identity in
            try GrantTable.all(of: identity.id, in: connection).filter { $0.revoked == nil && $0.ends > now }
        }
        let systems = Set(grants.map(\.resource.system))
        var facts = ControlFacts(
            identities: try identities.map { try atLowestLevel($0, on: systems) },
            grants: grants,
            gated: Set(try SystemTable.all(in: connection).filter { $0.upstream != nil }.map(\.name)),
            environments: try environments(of: identities),
            lastAlert: try WebhookTable.all(in: connection).filter { $0.disabled == nil }.compactMap(\.lastDelivered)
                .max(),
            now: now,
        )
        facts.rotations = try rotations(of: exception, identities)
        exception.checks = exception.controls.map { $0.check(facts) }
        exception.checked = now
    }

    mutating func close(
        _ exception: inout RiskException,
        _ state: RiskException.State,
        _ kind: Event.Kind,
        _ why: String,
    ) throws {
        exception.state = state
        exception.closed = now
        exception.outcome = why
        try RiskExceptionTable.update(exception, in: connection)
        try ControlPlane.close(exception.request, why, self)
        var detail = exception.detail
        detail["outcome"] = why
        record(kind, exception.about, detail: detail)
        touch(.riskException, exception.id.text)
        let known = try IdentityTable.find(exception.identities, in: connection)
        if exception.rule == OpenQuestion.rule, state != .refused {
            for identity in known.values.sorted(by: { $0.id < $1.id }) { try quarantineUnanswered(identity, why) }
        }
        try tell(
            [exception.owner] + known.values.map(\.owner) + (kind == .exceptionBroken ? try security() : []),
            kind,
            exception.about,
            "the exception for \(exception.rule) on \(exception.subject.name) is \(state.rawValue): \(why)",
        )
    }

    /// When the secret that an exception is about was last made anew; of all that its identities use when it is about none.
    private func rotations(of exception: RiskException, _ identities: [Identity]) throws -> [String: Instant?] {
        var all: [String: Instant?] = [:]
        var own: [String: Instant?] = [:]
        for identity in identities {
            guard let source = identity.source,
                let root = try SourceTable.find(source, in: connection)?.description.root
            else { continue }
            var keys: [String] = []
            if let key = identity.workflow, let workflow = try WorkflowTable.find(key, of: source, in: connection) {
                keys += workflow.workflow.steps.flatMap(\.credentials).map(\.key)
            }
            if let key = identity.principal, let account = try PrincipalTable.find(key, of: source, in: connection) {
                keys += account.part.credentials.map(\.key)
            }
            for (key, stored) in try CredentialTable.find(Array(Set(keys)), of: source, in: connection) {
                let name = stored.part.reference.name ?? key
                let made = stored.part.lastRotated ?? stored.part.createdAt
                all.updateValue(made, forKey: name)
                if exception.subject.id == "\(root)|\(key)" { own.updateValue(made, forKey: name) }
            }
        }
        return own.isEmpty ? all : own
    }

    /// Where the credentials of these identities' workflows are used, by whatever workflow of the same source.
    private func environments(of identities: [Identity]) throws -> Set<String> {
        var environments: Set<String> = []
        for identity in identities {
            guard let source = identity.source, let key = identity.workflow,
                let workflow = try WorkflowTable.find(key, of: source, in: connection)
            else { continue }
            for credential in Set(workflow.workflow.steps.flatMap(\.credentials).map(\.key)) {
                let users = try CredentialUseTable.users(of: credential, kind: .workflow, in: source, connection)
                let governed = try IdentityTable.byKey(.workflow, users, of: source, in: connection)
                environments.formUnion(governed.values.compactMap(\.environment))
            }
        }
        return environments
    }
}
