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
            try await store.write { connection in
                let first = try SourceTable.insert(.sample(), in: connection)
                let second = try SourceTable.insert(.sample(), in: connection)
                #expect(first && !second)
            }
            #expect(try await store.read { try SourceTable.all(in: $0) }.count == 1)
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
        "What is staged is not seen before its generation, and replaces what was there",
        arguments: TestEngine.available
    )
    func workflows(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let later = Instant.start + .hours(1)
            let first = try await store.take([.sample("a"), .sample("b")], show: false)
            #expect(try await store.read { try SourceTable.all(in: $0) }.isEmpty)
            #expect(try await store.read { try WorkflowTable.count(in: $0) } == 0)
            try await store.show(first)
            let source = first.source.id
            let marks = try await store.read { try WorkflowTable.marks(of: source, in: $0) }
            #expect(marks.values.allSatisfy { $0.digest.hasPrefix("d1-") } && marks.keys.sorted() == ["a", "b"])
            let changed = Workflow.sample("a", credential: "2", digest: "d2")
            let second = try await store.take([changed], over: marks, gone: ["b"], at: later, show: false)
            #expect(try await store.read { try WorkflowTable.find("a", of: source, in: $0) }?.workflow == .sample("a"))
            #expect(try await store.read { try WorkflowTable.find("b", of: source, in: $0) }?.vanished == nil)
            try await store.show(second)
            let stored = StoredWorkflow(source: source, changed, firstSeen: .start, updated: later)
            #expect(try await store.read { try WorkflowTable.find("a", of: source, in: $0) } == stored)
            let several = try await store.read { try WorkflowTable.find(["a", "b", "c"], of: source, in: $0) }
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
            let differences = try await store.read { connection in
                try WorkflowTable.differences(since: 1, of: source, in: connection).map { pair in
                    "\(pair.old?.part.key ?? "") \(pair.new?.part.digest ?? "") \(pair.new?.vanished != nil)"
                }
            }
            #expect(differences == ["a d2 false", "b d1 true"])
            let swept = try await store.write { try EstateStage.sweep(source, limit: 10, in: $0) }
            #expect(swept == 2)
            #expect(try await store.read { try WorkflowTable.find("a", of: source, in: $0) } == stored)
        }
    }

    @Test("An import that was cut off is undone, as much at once as is wanted", arguments: TestEngine.available)
    func discarded(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let first = try await store.take([.sample("a"), .sample("b")])
            let source = first.source.id
            let marks = try await store.read { try WorkflowTable.marks(of: source, in: $0) }
            let changed = Workflow.sample("a", digest: "d2")
            _ = try await store.take([changed, .sample("c")], over: marks, gone: ["b"], show: false)
            let undone = try await store.write { connection in
                try (0..<4).map { _ in try EstateStage.discard(source, limit: 2, in: connection) }
            }
            #expect(undone == [2, 2, 1, 0])
            #expect(try await store.read { try WorkflowTable.marks(of: source, in: $0) } == marks)
            let third = try await store.take([changed], over: marks, gone: ["b"])
            #expect(third.generation == 2)
            #expect(try await store.read { try WorkflowTable.find("a", of: source, in: $0) }?.workflow == changed)
        }
    }

    @Test("A source is claimed by one import, until it gives up or does not write for a while")
    func claims() async throws {
        try await withEachEngine { database in
            try await Migrator(StoreSchema.migrations).migrate(database, at: 0)
            let description = Source.sample().description
            func claim(_ run: ID<ImportRun>, _ moment: Instant) async throws -> ImportClaim? {
                try await database.write { try SourceTable.claim(description, for: run, at: moment, in: $0) }
            }
            let (one, two) = (ID<ImportRun>.new(), ID<ImportRun>.new())
            let first = try #require(try await claim(one, .start))
            #expect(try await claim(two, .start + .seconds(29)) == nil)
            let taken = try #require(try await claim(two, .start + .seconds(30)))
            #expect(taken.source.id == first.source.id)
            #expect(try await database.write { try SourceTable.renew(first, at: .start, in: $0) } == false)
            #expect(try await database.write { try SourceTable.renew(taken, at: .start, in: $0) })
            try await database.write { try SourceTable.release(two, in: $0) }
            #expect(try await claim(one, .start) != nil)
        }
    }

    @Test("Uses of credentials follow their workflow", arguments: TestEngine.available)
    func uses(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let first = try await store.take([.sample("a"), .sample("b"), .sample("c")])
            let source = first.source.id
            let marks = try await store.read { try WorkflowTable.marks(of: source, in: $0) }
            _ = try await store.take([.sample("a", credential: "2", digest: "d2")], over: marks, gone: ["b"])
            let users = try await store.read { connection in
                try ["1", "2"].map {
                    try CredentialUseTable.users(of: "slackApi|id:\($0)", kind: .workflow, in: source, connection)
                }
            }
            #expect(users == [["c"], ["a"]])
        }
    }

    @Test("Accounts, trusts and credentials come back whole", arguments: TestEngine.available)
    func parts(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let (principal, trust, credential) = (Principal.full, Trust.sample, Credential.sample)
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                let rows = [
                    try EstateStage.Row(principal), try EstateStage.Row(trust), try EstateStage.Row(credential),
                ]
                try EstateStage.write(rows, of: source.id, generation: 1, at: .start, in: connection)
            }
            #expect(
                try await store.read { try PrincipalTable.find(principal.key, of: source.id, in: $0) }?.part
                    == principal
            )
            #expect(try await store.read { try TrustTable.find(trust.partKey, of: source.id, in: $0) }?.part == trust)
            #expect(
                try await store.read { try CredentialTable.find(credential.key, of: source.id, in: $0) }?.part
                    == credential
            )
            let users = try await store.read {
                try CredentialUseTable.users(of: credential.key, kind: .principal, in: source.id, $0)
            }
            #expect(users == [principal.key])
            var used = principal
            used.lastUsed = .start + .days(9)
            #expect(try EstateStage.Row.digest(of: used) == EstateStage.Row.digest(of: principal))
            used.rights[0].resource = "orders"
            #expect(try EstateStage.Row.digest(of: used) != EstateStage.Row.digest(of: principal))
        }
    }

    @Test("The history of a definition is kept, newest first, each generation once", arguments: TestEngine.available)
    func history(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = ID<Source>.new()
            @Sendable func change(_ after: String) -> DefinitionChange {
                DefinitionChange(at: .start, before: "d0", after: after, changes: ["new target `x`"], importedBy: "kim")
            }
            let listed = try await store.write { connection in
                for (generation, after) in [(1, "d1"), (2, "d2"), (2, "d3")] as [(Int64, String)] {
                    try DefinitionTable.insert(
                        [DefinitionTable.Entry(.workflow, key: "a", change(after))],
                        of: source,
                        generation: generation,
                        in: connection,
                    )
                }
                return try DefinitionTable.list(.workflow, key: "a", of: source, in: connection)
            }
            #expect(listed == [change("d2"), change("d1")])
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
                let rows =
                    try kept.workflows.map { try EstateStage.Row($0) }
                    + kept.credentials.map { try EstateStage.Row($0) }
                try EstateStage.write(rows, of: source.id, generation: 1, at: .start, in: connection)
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
