import Foundation
import TestSupport
import Testing

@testable import CLI

/// The commands on policies, run on files.
struct PolicyCommandTests {
    private static let files = [
        "app.cedar": """
        permit(principal in Team::"ops", action == Action::"read", resource)
        when { resource.owner == principal || context.mfa };
        @id("no-delete")
        forbid(principal, action == Action::"delete", resource) unless { context.mfa };
        permit(principal == ?principal, action, resource == ?resource);
        """,
        "app.cedarschema": """
        entity Team; entity User in [Team]; entity File { owner: User };
        action read, delete appliesTo { principal: User, resource: File, context: { mfa: Bool } };
        """,
        "people.json": """
        [{"uid": {"type": "User", "id": "alice"}, "attrs": {}, "parents": [{"type": "Team", "id": "ops"}]},
         {"uid": {"type": "Team", "id": "ops"}, "attrs": {}, "parents": []},
         {"uid": {"type": "File", "id": "plan"}, "attrs": {"owner": {"type": "User", "id": "bob"}}, "parents": []}]
        """,
        "links.json": """
        [{"newId": "link", "templateId": "policy2",
          "values": {"?principal": {"type": "User", "id": "alice"}, "?resource": {"type": "File", "id": "plan"}}}]
        """,
        "requests.json": """
        [{"principal": {"type": "User", "id": "alice"}, "action": {"type": "Action", "id": "read"},
          "resource": {"type": "File", "id": "plan"}, "context": {"mfa": true}},
         {"principal": "User::\\"alice\\"", "action": "Action::\\"delete\\"", "resource": "File::\\"plan\\"",
          "context": {"mfa": false}}]
        """,
    ]

    /// Runs `penstock policy …` in a folder with the files; `{}` in an argument stands for the folder.
    private static func run(_ arguments: String..., adding more: [String: String] = [:]) async throws -> Program.Run {
        try await withTemporaryFolder { folder in
            for (name, text) in files.merging(more, uniquingKeysWith: { $1 }) {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            var run = await Program().run(
                ["policy"] + arguments.map { $0.replacingOccurrences(of: "{}", with: folder) }
            )
            run.output = run.output.replacingOccurrences(of: folder + "/", with: "")
            run.errors = run.errors.replacingOccurrences(of: folder + "/", with: "")
            return run
        }
    }

    private static let world = [
        "--policies", "{}/app.cedar", "--links", "{}/links.json", "--schema", "{}/app.cedarschema", "--entities",
        "{}/people.json",
    ]

    private static func authorize(_ more: String..., command: String = "authorize") async throws -> Program.Run {
        try await withTemporaryFolder { folder in
            for (name, text) in files { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
            let arguments = (["policy", command] + world + more).map { $0.replacingOccurrences(of: "{}", with: folder) }
            return await Program().run(arguments)
        }
    }

    @Test("Good policies are ok")
    func good() async throws {
        let run = try await Self.run(
            "check",
            "{}/app.cedar",
            "--schema",
            "{}/app.cedarschema",
            "--links",
            "{}/links.json",
            "--entities",
            "{}/people.json"
        )
        #expect(run.output == "ok: 4 policies, valid against the schema\n")
        #expect(run.status == 0)
    }

    @Test("Every mistake of a file is shown with its line and a caret")
    func mistakes() async throws {
        let text = "permit(principal, action resource);\npermit(principal, action, resource) when { 1 + };\n"
        let run = try await Self.run("check", "{}/bad.cedar", adding: ["bad.cedar": text])
        #expect(run.status == 1)
        #expect(
            run.output == """
                bad.cedar:1:26: error: unexpected token `resource`, expected `,` or `)`
                  1 | permit(principal, action resource);
                    |                          ^^^^^^^^
                bad.cedar:2:48: error: unexpected token `}`, expected expression
                  2 | permit(principal, action, resource) when { 1 + };
                    |                                                ^
                2 errors, 0 warnings in 1 files

                """
        )
    }

    @Test("What the schema refuses names the policy and its place")
    func invalid() async throws {
        let text = #"@id("x") permit(principal is User, action, resource) when { principal.nme == 1 };"#
        let run = try await Self.run(
            "check",
            "{}/bad.cedar",
            "--schema",
            "{}/app.cedarschema",
            "--json",
            adding: ["bad.cedar": text]
        )
        #expect(run.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["errors"] as? Int == 1)
        let message = try #require((object["messages"] as? [[String: Any]])?.first)
        #expect(message["kind"] as? String == "validation")
        #expect(message["line"] as? Int == 1)
        #expect((message["message"] as? String)?.hasPrefix("policy0 (x): ") == true)
    }

    @Test("A policy that has no effect is a warning, which counts on demand")
    func warnings() async throws {
        let text = "permit(principal, action, resource);\npermit(principal, action, resource);\n"
        let more = ["twice.cedar": text]
        let run = try await Self.run("check", "{}/twice.cedar", "--schema", "{}/app.cedarschema", adding: more)
        #expect(run.status == 0)
        #expect(run.output.contains("twice.cedar:2:1: warning: policy1: this says the same as `policy0`"))
        let strict = try await Self.run(
            "check",
            "{}/twice.cedar",
            "--schema",
            "{}/app.cedarschema",
            "--deny-warnings",
            adding: more
        )
        #expect(strict.status == 1)
    }

    @Test("Several requests are decided in one run, with reasons and explanation")
    func authorize() async throws {
        let run = try await Self.authorize("--requests", "{}/requests.json", "--json")
        #expect(run.status == 0)
        let answers = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(answers.map { $0["decision"] as? String } == ["allow", "deny"])
        #expect(answers.map { $0["reasons"] as? [String] } == [["policy0", "link"], ["policy1"]])
        let explanation = try #require(answers[1]["explanation"] as? [[String: Any]])
        #expect(explanation.map { $0["policy"] as? String } == ["policy1", "link"])
        #expect(explanation.map { $0["outcome"] as? String } == ["applied", "applied"])
    }

    @Test("One request prints one object with exactly the agreed members")
    func one() async throws {
        let run = try await Self.authorize(
            "--principal",
            #"User::"alice""#,
            "--action",
            #"Action::"read""#,
            "--resource",
            #"File::"plan""#,
            "--context",
            #"{"mfa": false}"#,
            "--json"
        )
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(Set(answer.keys) == ["decision", "reasons", "errors", "explanation"])
        #expect(answer["reasons"] as? [String] == ["link"])
    }

    @Test("What does not fit the schema is told and decided")
    func misfit() async throws {
        let run = try await Self.authorize(
            "--principal",
            #"File::"plan""#,
            "--action",
            #"Action::"read""#,
            "--resource",
            #"File::"plan""#,
            "--json"
        )
        #expect(run.status == 0)
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(answer["decision"] as? String == "deny")
        #expect((answer["violations"] as? [String])?.isEmpty == false)
    }

    @Test("An explanation says what was false and where")
    func explain() async throws {
        let run = try await Self.authorize(
            "--principal",
            #"User::"bob""#,
            "--action",
            #"Action::"delete""#,
            "--resource",
            #"File::"plan""#,
            "--context",
            #"{"mfa": false}"#,
            command: "explain"
        )
        #expect(run.output.hasPrefix("deny: a policy forbids it\n"))
        #expect(run.output.contains("- `policy1` forbids the request"))
        #expect(run.output.contains(#"principal == User::"alice", but it is User::"bob""#))
    }

    @Test(
        "Expressions are computed",
        arguments: [
            ("1 + 2 * 3", "7\n", 0), (#"ip("10.1.2.3").isInRange(ip("10.0.0.0/8"))"#, "true\n", 0),
            (#"User::"alice" in Team::"ops""#, "true\n", 0), ("1 + true", "", 1), ("1 +", "", 1), ("principal", "", 64),
        ]
    )
    func eval(expression: String, output: String, status: Int32) async throws {
        let run = try await Self.run(
            "eval",
            expression,
            "--entities",
            "{}/people.json",
            "--schema",
            "{}/app.cedarschema"
        )
        #expect(run.output == output)
        #expect(run.status == status)
        #expect(run.errors.isEmpty == (status == 0))
    }

    @Test("Formatting is checked, and policies turn into JSON and back")
    func format() async throws {
        let check = try await Self.run("format", "--check", "{}/app.cedar")
        #expect(check.status == 1)
        #expect(check.output == "app.cedar\n")
        let text = try await Self.run("format", "{}/app.cedar")
        let json = try await Self.run("format", "{}/app.cedar", "--to", "json")
        let again = try await Self.run("format", "{}/app.json", "--to", "cedar", adding: ["app.json": json.output])
        #expect(again.output == text.output)
        let same = try await Self.run("format", "--check", "{}/app.cedar", adding: ["app.cedar": text.output])
        #expect(same.status == 0)
    }

    @Test("Who can and what can list the permitted")
    func queries() async throws {
        let who = try await Self.run(
            "whocan",
            #"Action::"read""#,
            #"File::"plan""#,
            "--policies",
            "{}/app.cedar",
            "--entities",
            "{}/people.json",
            "--schema",
            "{}/app.cedarschema",
            "--context",
            #"{"mfa": true}"#
        )
        #expect(who.output == "Team::\"ops\"\nUser::\"alice\"\n")
        let what = try await Self.run(
            "whatcan",
            #"User::"alice""#,
            "--policies",
            "{}/app.cedar",
            "--entities",
            "{}/people.json",
            "--schema",
            "{}/app.cedarschema",
            "--context",
            #"{"mfa": true}"#,
            "--json"
        )
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(what.output.utf8)) as? [[String: String]])
        #expect(rows.contains(["action": #"Action::"read""#, "resource": #"File::"plan""#]))
        #expect(!rows.contains { $0["action"] == #"Action::"delete""# })
    }

    @Test("Test files pass and fail by what they expect")
    func tests() async throws {
        let text = """
            {"policies": "app.cedar", "schema": "app.cedarschema", "links": "links.json", "entities": "people.json",
             "tests": [
              {"name": "mfa reads", "principal": "User::\\"alice\\"", "action": "Action::\\"read\\"",
               "resource": "File::\\"plan\\"", "context": {"mfa": true}, "decision": "allow", "reasons": ["policy0", "link"]},
              {"name": "bob reads", "principal": "User::\\"bob\\"", "action": "Action::\\"read\\"",
               "resource": "File::\\"plan\\"", "context": {"mfa": true}, "decision": "allow"}]}
            """
        let run = try await Self.run("test", "{}", adding: ["app.test.json": text])
        #expect(run.status == 1)
        #expect(run.output.contains("app.test.json: bob reads: expected allow, found deny\n"))
        #expect(run.output.hasSuffix("\n1 passed, 1 failed\n"))
    }

    @Test("A mistake in a test file is told with its place")
    func badTests() async throws {
        let text = "{\"policies\": \"app.cedar\",\n \"tests\": [], \"shema\": \"x\"}"
        let run = try await Self.run("test", "{}/a.test.json", adding: ["a.test.json": text])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("a.test.json:2:24: error: `shema` is not known here"))
    }

    @Test("A corpus is conformant only when everything agrees")
    func conformance() async throws {
        func test(_ decision: String) -> [String: String] {
            let request = """
                {"principal": {"type": "User", "id": "u"}, "action": {"type": "Action", "id": "read"},
                 "resource": {"type": "File", "id": "f"}, "context": {"mfa": true},
                 "decision": "\(decision)", "reason": [], "errors": []}
                """
            return [
                "x.json": """
                {"policies": "x.cedar", "schema": "app.cedarschema", "entities": "x.entities.json",
                 "shouldValidate": true, "requests": [\(request)]}
                """,
                "x.cedar": "permit(principal in Team::\"none\", action, resource);", "x.entities.json": "[]",
                "requests.json": "[]", "links.json": "[]", "people.json": "[]",
            ]
        }
        let good = try await Self.run("conformance", "{}", "--json", adding: test("deny"))
        #expect(good.status == 0)
        #expect(good.output.contains("\"conformant\": true"))
        let bad = try await Self.run("conformance", "{}", adding: test("allow"))
        #expect(bad.status == 1)
        #expect(bad.output.contains("decision  0/1"))
    }
}
