import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct EstateTableTests {
    @Test("A source comes back as it was written and changes as it is updated", arguments: TestEngine.available)
    func sources(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            var source = Source.sample()
            try await store.write { [source] in try SourceTable.insert(source, in: $0) }
            source.description.environment = nil
            source.description.kind = .live
            source.lastImport = .start + .hours(1)
            let changed = source
            let isThere = try await store.write { try SourceTable.update(changed, in: $0) }
            #expect(isThere)
            #expect(try await store.read { try SourceTable.find(changed.id, in: $0) } == changed)
            #expect(try await store.read { try SourceTable.find(root: "exports", format: "n8n", in: $0) } == changed)
            #expect(try await store.read { try SourceTable.find(root: "exports", format: "k8s", in: $0) } == nil)
            #expect(try await store.read { try SourceTable.all(in: $0) } == [changed])
            #expect(try await store.read { try SourceTable.count(in: $0) } == 1)
        }
    }

    @Test("Two sources of the same root and format are refused", arguments: TestEngine.available)
    func sameSource(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let error = await #expect(throws: DatabaseError.self) {
                try await store.write { connection in
                    try SourceTable.insert(.sample(), in: connection)
                    try SourceTable.insert(.sample(), in: connection)
                }
            }
            #expect(error?.isUniqueViolation == true)
        }
    }

    @Test("An import run comes back with its counts, newest first", arguments: TestEngine.available)
    func imports(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let runs = (0..<3).map { number in
                ImportRun(
                    id: .new(),
                    source: source.id,
                    at: .start + .minutes(Int64(number)),
                    actor: "kim@example.com",
                    counts: ["files": number],
                    added: number,
                    changed: 2,
                    vanished: 3,
                    unchanged: 4,
                    rejected: [Rejection(path: "bad.json", line: 3, reason: "no JSON")],
                )
            }
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                for run in runs { try ImportTable.insert(run, in: connection) }
            }
            #expect(try await store.read { try ImportTable.latest(of: source.id, in: $0) } == runs[2])
            let first = try await store.read { try ImportTable.list(page: PageRequest(limit: 2), in: $0) }
            #expect(first.items == [runs[2], runs[1]])
            #expect(first.total == 3)
            let second = try await store.read { [first] connection in
                try ImportTable.list(of: source.id, page: PageRequest(limit: 2, cursor: first.next), in: connection)
            }
            #expect(second.items == [runs[0]])
            #expect(second.next == nil)
        }
    }

    @Test(
        "A workflow comes back whole, is overwritten by the next import, and vanishes",
        arguments: TestEngine.available
    )
    func workflows(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let later = Instant.start + .hours(1)
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try WorkflowTable.upsert([.sample("a"), .sample("b")], of: source.id, at: .start, in: connection)
            }
            let marks = try await store.read { try WorkflowTable.marks(of: source.id, in: $0) }
            #expect(marks == ["a": .init(digest: "d1", vanished: false), "b": .init(digest: "d1", vanished: false)])
            let changed = Workflow.sample("a", credential: "2", digest: "d2")
            let gone = try await store.write { connection in
                try WorkflowTable.upsert([changed], of: source.id, at: later, in: connection)
                return try WorkflowTable.markVanished(["b", "c"], of: source.id, at: later, in: connection)
            }
            #expect(gone == 1)
            let stored = StoredWorkflow(source: source.id, workflow: changed, firstSeen: .start, updated: later)
            let found = try await store.read { try WorkflowTable.find("a", of: source.id, in: $0) }
            #expect(found == stored)
            let several = try await store.read { try WorkflowTable.find(["a", "b", "c"], of: source.id, in: $0) }
            #expect(several["a"] == stored)
            #expect(several["b"]?.vanished == later)
            #expect(several.count == 2)
            let present = try await store.read { connection in
                var present: [StoredWorkflow] = []
                try WorkflowTable.forEachPresent(in: connection) { present.append($0) }
                return present
            }
            #expect(present == [stored])
            #expect(try await store.read { try WorkflowTable.count(in: $0) } == 1)
        }
    }

    @Test("Uses of credentials and callbacks follow their workflow", arguments: TestEngine.available)
    func besideWorkflows(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try WorkflowTable.upsert([.sample("a"), .sample("b")], of: source.id, at: .start, in: connection)
                let moved = Workflow.sample("a", credential: "2")
                try WorkflowTable.upsert([moved], of: source.id, at: .start, in: connection)
            }
            let uses = try await store.read { connection in
                var uses: [CredentialUse] = []
                try WorkflowCredentialTable.forEach(in: connection) { uses.append($0) }
                return uses
            }
            #expect(uses.map(\.workflow) == ["b", "a"])
            #expect(uses.map(\.credential) == ["slackApi|id:1", "slackApi|id:2"])
            let ofOne = try await store.read {
                try WorkflowCredentialTable.uses(of: "slackApi|id:2", in: source.id, $0)
            }
            #expect(ofOne.map(\.step) == ["Send"])
            let callbacks = try await store.read { try CallbackTable.list(workflow: "a", of: source.id, in: $0) }
            #expect(callbacks.map(\.callback) == [Callback(methods: ["GET", "POST"], path: "hook/a")])
            try await store.write { connection in
                try WorkflowTable.markVanished(["a"], of: source.id, at: .start, in: connection)
            }
            let paths = try await store.read { connection in
                var paths: [String] = []
                try CallbackTable.forEach(in: connection) { paths.append($0.callback.path) }
                return paths
            }
            #expect(paths == ["hook/b"])
        }
    }

    @Test("Credentials become what the last import found", arguments: TestEngine.available)
    func credentials(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let later = Instant.start + .hours(1)
            func credential(_ id: String, _ name: String) -> Credential {
                var credential = Credential(reference: CredentialReference(kind: "slackApi", id: id, name: name))
                credential.fingerprint = Fingerprint(hex: "0a0b")
                credential.scopes = ["chat:write"]
                credential.expires = .start + .days(1)
                return credential
            }
            let (kept, changed, gone) = (credential("1", "One"), credential("2", "Two"), credential("3", "Three"))
            let renamed = credential("2", "Second")
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try CredentialTable.reconcile([kept, changed, gone], of: source.id, at: .start, in: connection)
                try CredentialTable.reconcile([kept, renamed], of: source.id, at: later, in: connection)
            }
            let present = try await store.read { connection in
                var present: [StoredCredential] = []
                try CredentialTable.forEachPresent(of: source.id, in: connection) { present.append($0) }
                return present
            }
            #expect(
                present == [
                    StoredCredential(source: source.id, credential: kept, firstSeen: .start, updated: .start),
                    StoredCredential(source: source.id, credential: renamed, firstSeen: .start, updated: later),
                ]
            )
            let third = try await store.read { try CredentialTable.find(gone.key, of: source.id, in: $0) }
            #expect(third?.vanished == later)
            #expect(try await store.read { try CredentialTable.count(in: $0) } == 2)
        }
    }

    @Test("Keys and names of any length and content are kept on every engine", arguments: TestEngine.available)
    func oddNames(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let long = String(repeating: "é\u{1F600}x", count: 2_000)
            var estate = Estate(source: source.description)
            estate.workflows = ["a\0b", long, long + "y"].map { key in
                var workflow = Workflow.sample(key)
                workflow.name = key
                workflow.steps[0].name = key
                workflow.steps[0].credentials = [CredentialReference(kind: key, id: nil, name: key)]
                return workflow
            }
            let credentials = estate.workflows.flatMap(\.steps).flatMap(\.credentials)
            estate.credentials = credentials.map { Credential(reference: $0) }
            let kept = estate.storable
            #expect(kept.storable == kept)
            #expect(Set(kept.workflows.map(\.key)).count == 3)
            let (marks, found) = try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try WorkflowTable.upsert(kept.workflows, of: source.id, at: .start, in: connection)
                try CredentialTable.reconcile(kept.credentials, of: source.id, at: .start, in: connection)
                for workflow in kept.workflows {
                    let identity = Identity.sample(workflow.name, workflow: workflow.key, of: source.id)
                    try IdentityTable.insert(identity, in: connection)
                }
                let marks = try WorkflowTable.marks(of: source.id, in: connection)
                return (marks, try WorkflowTable.find(kept.workflows.map(\.key), of: source.id, in: connection))
            }
            #expect(Set(marks.keys) == Set(kept.workflows.map(\.key)))
            #expect(Set(found.values.map(\.workflow)) == Set(kept.workflows))
            #expect(try await store.read { try CredentialTable.count(in: $0) } == 3)
            let named = try await store.read { try IdentityTable.matching(long, in: $0) }
            #expect(named.map(\.name) == [long])
        }
    }

    @Test("A real estate is storable as it is")
    func realNames() {
        var estate = Estate(source: Source.sample().description)
        estate.workflows = [.sample("a"), .sample("Käse/7.json")]
        #expect(estate.storable == estate)
    }
}
