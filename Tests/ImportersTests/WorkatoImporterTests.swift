import Domain
import Importers
import TestSupport
import Testing

struct WorkatoImporterTests {
    private func estate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
        let estates = try await imported(files, options: options, by: WorkatoImporter())
        guard let estate = estates.first, estates.count == 1 else { throw NoSingleEstate(count: estates.count) }
        return estate
    }

    private func recipe(_ name: String, trigger: String, _ blocks: [String] = [], config: String = "") -> String {
        #"{"name": "\#(name)", "version": 3, "private": true, "concurrency": 1, "code": \#(code(trigger, blocks)), "config": [\#(config)]}"#
    }

    private func code(_ trigger: String, _ blocks: [String]) -> String {
        let (provider, name) = (trigger.split(separator: " ").first ?? "", trigger.split(separator: " ").last ?? "")
        return #"""
            {"number": 0, "keyword": "trigger", "provider": "\#(provider)", "name": "\#(name)", "as": "t",
             "input": {"trigger_every": "5", "time_unit": "minutes"}, "block": [\#(blocks.joined(separator: ", "))]}
            """#
    }

    private func action(_ number: Int, _ provider: String, _ name: String, input: String = "{}") -> String {
        #"{"number": \#(number), "keyword": "action", "provider": "\#(provider)", "name": "\#(name)", "input": \#(input)}"#
    }

    private func account(_ provider: String, _ file: String) -> String {
        #"""
        {"keyword": "application", "provider": "\#(provider)", "account_id":
          {"zip_name": "Connections/\#(file).connection.json", "name": "\#(file)", "folder": "Connections"}}
        """#
    }

    @Test("Blocks inside blocks are steps, each provider has its connection, and actions are judged by their names")
    func recipes() async throws {
        let condition = #"""
            {"number": 1, "keyword": "if", "input": {}, "block": [
              \#(action(2, "salesforce", "search_sobjects", input: #"{"sobject_name": "Case"}"#)),
              {"number": 3, "keyword": "else", "block": [\#(action(4, "salesforce", "update_sobject"))]}]}
            """#
        let text = recipe(
            "Sync",
            trigger: "clock scheduled_event",
            [
                condition, action(5, "py_eval", "invoke"),
                action(6, "stripe", "__adhoc_http_action", input: #"{"verb": "post", "path": "/v1/refunds"}"#),
                action(7, "okta", "add_user_to_group"),
            ],
            config: [
                account("salesforce", "sf"), #"{"keyword": "application", "provider": "clock", "account_id": null}"#,
            ]
            .joined(separator: ", "),
        )
        let connection = #"{"name": "SF", "provider": "salesforce", "root_folder": false}"#
        let estate = try await estate([
            "pkg/sales/sync.recipe.json": text, "pkg/Connections/sf.connection.json": connection,
            "pkg/Connections/old.connection.json": #"{"name": "Old", "provider": "jira"}"#,
        ])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.project == "sales")
        #expect(workflow.triggers.map(\.schedule) == ["trigger_every=5 time_unit=minutes"])
        #expect(
            workflow.steps.map(\.name) == [
                "0 clock scheduled_event", "1 if", "2 salesforce search_sobjects", "3 else",
                "4 salesforce update_sobject", "5 py_eval invoke", "6 stripe __adhoc_http_action",
                "7 okta add_user_to_group",
            ]
        )
        #expect(
            workflow.steps.map(\.effect.identityClass) == [
                .readOnly, .readOnly, .readOnly, .readOnly, .changeCapable, .privileged, .changeCapable, .privileged,
            ]
        )
        #expect(workflow.steps[2].credentials.map(\.key) == ["salesforce|id:Connections/sf.connection.json"])
        #expect(
            estate.credentials.map(\.key)
                == ["jira|id:pkg/Connections/old.connection.json", "salesforce|id:Connections/sf.connection.json"]
        )
        #expect(estate.counts["unusedCredentials"] == 1)
        #expect(estate.counts["undeclaredCredentials"] == 0)
    }

    @Test("Recipes call each other by their path in the package")
    func calls() async throws {
        func call(_ path: String) -> String {
            let asset = #"{"zip_name": "\#(path)", "name": "x", "folder": "f"}"#
            return action(1, "workato_recipe_function", "call_recipe", input: #"{"flow_id": \#(asset)}"#)
        }
        let estate = try await estate([
            "pkg/a/one.recipe.json": recipe("One", trigger: "clock x", [call("b/two.recipe.json")]),
            "pkg/b/two.recipe.json": recipe(
                "Two",
                trigger: "workato_recipe_function execute",
                [call("gone.recipe.json")]
            ),
        ])
        #expect(estate.workflows.map(\.calls) == [["pkg/b/two.recipe.json"], ["gone.recipe.json"]])
        #expect(estate.workflows[1].triggers.map(\.kind) == [.manual])
    }

    @Test("Endpoints of the API platform and webhooks are callbacks of the recipes behind them")
    func callbacks() async throws {
        let api = recipe("Search rooms", trigger: "workato_api_platform receive_request")
        let estate = try await estate([
            "p/search.recipe.json": api,
            "p/rooms.api_group.json": #"{"name": "rooms", "handle": "rooms-v1", "use_prefix": true, "version": "1.0"}"#,
            "p/search.api_endpoint.json":
                #"{"method": "POST", "path": "search", "api_group_id": {"name": "rooms", "zip_name": "rooms.api_group.json"}, "recipe_id": {"zip_name": "search.recipe.json", "name": "Search rooms"}}"#,
            "q/api_collection.json": #"{"name": "ops", "version": "2.1"}"#,
            "q/again.api_endpoint.json": #"{"method": "GET", "path": "again", "recipe_name": "search"}"#,
            "q/lost.api_endpoint.json": #"{"method": "GET", "path": "lost", "recipe_name": "gone"}"#,
            "p/hook.recipe.json": recipe("Hook", trigger: "workato_webhooks new_event"),
        ])
        let search = try #require(estate.workflows.last)
        #expect(search.triggers.compactMap { $0.callback?.path } == ["rooms-v1/search", "ops-v2/again"])
        #expect(search.triggers.compactMap { $0.callback?.authentication }.count == 2)
        #expect(estate.workflows.first?.triggers.map(\.kind) == [.webhook])
        #expect(estate.counts["callbacks"] == 3)
        #expect(estate.counts["unauthenticatedWebhooks"] == 1)
        #expect(estate.counts["apiEndpoints"] == 3)
        #expect(estate.remarks.map(\.path) == ["q/lost.api_endpoint.json"])
    }

    @Test("An answer of the API, with the code in a text, tells whether a recipe runs and when it last did")
    func answers() async throws {
        let inner = code("clock x", [action(1, "jira", "create_issue")])
            .replacing("\"", with: "\\\"").replacing("\n", with: " ")
        let config = #"[{\"keyword\": \"application\", \"provider\": \"jira\", \"account_id\": 77}]"#
        let item = #"""
            {"id": 12, "name": "Report", "running": true, "last_run_at": "2025-03-01T10:00:00Z", "author_name": "Ann",
             "code": "\#(inner)", "config": "\#(config)"}
            """#
        let estate = try await estate(["answer.json": "{\"items\": [\(item)], \"count\": 1}"])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.key == "12")
        #expect(workflow.active == true)
        #expect(workflow.lastRun != nil)
        #expect(workflow.owner?.text == "Ann")
        #expect(workflow.steps.last?.credentials.map(\.key) == ["jira|id:77"])
    }

    @Test("Secrets in inputs are found, formulas and pills are none, and other JSON is known as such")
    func secrets() async throws {
        let secret = testSecret()
        let input = ##"{"api_key": "\##(secret)", "token": "#{_dp('x')}", "password": "=account_property('y')"}"##
        let estate = try await estate([
            "a.recipe.json": recipe("A", trigger: "clock x", [action(1, "rest", "make_request_v2", input: input)]),
            "a.lookup_table.json": #"{"name": "t"}"#, "package.json": #"{"name": "x"}"#, "bad.recipe.json": "{",
        ])
        #expect(estate.workflows.first?.steps.last?.literalSecrets.map(\.place) == ["input.api_key"])
        #expect(!String(describing: estate).contains(secret))
        #expect(estate.counts["otherFiles"] == 1)
        #expect(estate.counts["companionFiles"] == 1)
        #expect(estate.rejected.map(\.path) == ["bad.recipe.json"])
    }

    @Test("A real package of 52 files is read whole", .enabled(if: sharedEstates != nil))
    func real() async throws {
        let shared = try #require(sharedEstates)
        try await withTemporaryFolder { folder in
            try unpack("dev/workato", of: shared, into: folder)
            let estate = try #require(try await ImportRun(WorkatoImporter()).estates(at: folder + "/dev/workato").first)
            // Counted by hand over the same files: recipes, blocks, calls, connections and endpoints.
            let expected = [
                "files": 52, "recipes": 37, "steps": 438, "connections": 2, "sharedConnections": 2, "apiEndpoints": 13,
                "apiCollections": 2, "rejected": 0, "otherFiles": 0,
            ]
            for (name, count) in expected { #expect(estate.counts[name] == count, "\(name)") }
            let steps = estate.workflows.flatMap(\.steps)
            #expect(steps.count { $0.operation == "call_recipe" } == 42)
            #expect(steps.allSatisfy { $0.effect.identityClass != nil })
            print("workato: \(estate.counts.filter { $0.value > 0 })")
        }
    }
}
