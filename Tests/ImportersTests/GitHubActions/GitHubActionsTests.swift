import Domain
import Importers
import Testing

/// The only estate of files of a repository.
func gitHubEstate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
    try await withFiles(files) { folder in
        var options = options
        options.name = options.name ?? "ann+shop"
        let estates = try await ImportRun(GitHubActionsImporter(), options: options).estates(at: folder)
        guard let estate = estates.first, estates.count == 1 else { throw NoSingleEstate(count: estates.count) }
        return estate
    }
}

/// The only workflow of a file of its own.
private func workflow(_ text: String) async throws -> Workflow {
    try #require(try await gitHubEstate([".github/workflows/w.yml": text]).workflows.first)
}

struct GitHubActionsTests {
    @Test("A workflow becomes steps by job, with code, credentials, triggers and a key that is its path")
    func whole() async throws {
        let estate = try await gitHubEstate([
            ".github/workflows/deploy.yml": """
            name: Deploy
            on:
              push: {branches: [main]}
              schedule: [{cron: '0 3 * * *'}]
              workflow_dispatch:
            permissions: {contents: read}
            jobs:
              build:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@8e5e7e5ab8b370d6c329ec480221332ada57f0ab
                  - name: Make
                    run: make
                  - name: Make
                    run: make again
              ship:
                needs: build
                environment: production
                permissions: {contents: write}
                steps:
                  - uses: someone/push@v2
                    with: {token: '${{ secrets.deploy_key }}'}
            """
        ])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.key == ".github/workflows/deploy.yml")
        #expect(workflow.kind == .pipeline)
        #expect(workflow.project == "ann/shop")
        #expect(workflow.environment == "production")
        #expect(
            workflow.steps.map(\.name) == [
                "build/actions/checkout@8e5e7e5ab8b370d6c329ec480221332ada57f0ab", "build/Make", "build/Make #2",
                "ship/someone/push@v2",
            ]
        )
        #expect(workflow.steps[0].code?.isPinned == true)
        #expect(workflow.steps[0].code?.isThirdParty == false)
        #expect(
            workflow.steps[3].code
                == CodeReference(name: "someone/push", version: "v2", isPinned: false, isThirdParty: true)
        )
        #expect(workflow.steps[1].effect.identityClass == .readOnly)
        #expect(workflow.steps[3].effect.identityClass == .privileged)
        #expect(
            workflow.steps[3].credentials.map(\.key).sorted() == [
                "githubToken|id:.github/workflows/deploy.yml#ship", "secret|name:DEPLOY_KEY",
            ]
        )
        #expect(workflow.triggers.map(\.kind) == [.event, .schedule, .manual])
        #expect(workflow.triggers.compactMap(\.schedule) == ["0 3 * * *"])
        #expect(workflow.cloneKey != nil)
        let token = estate.credentials.first { $0.reference.id == ".github/workflows/deploy.yml#ship" }
        #expect(token?.scopes == ["contents: write"])
        #expect(estate.credentials.first { $0.reference.kind == "secret" }?.environment == "production")
        #expect(estate.counts["jobs"] == 2)
        #expect(estate.counts["unpinnedThirdPartyUses"] == 1)
    }

    @Test(
        "Absent, empty, read-all, write-all and named permissions are told apart, and a job's own hold whole",
        arguments: [
            ("", "", nil, 1, 0), ("permissions: {}\n", "", .readOnly, 0, 0),
            ("permissions: read-all\n", "", .readOnly, 0, 0), ("permissions: write-all\n", "", .privileged, 0, 1),
            ("permissions: {issues: write}\n", "", .changeCapable, 0, 1),
            ("permissions: write-all\n", "    permissions: {contents: read}\n", .readOnly, 0, 0),
            ("permissions: {}\n", "    permissions: {id-token: write}\n", .privileged, 0, 1),
            ("permissions:\n", "", nil, 1, 0), ("permissions: {contents: none}\n", "", .readOnly, 0, 0),
        ] as [(String, String, IdentityClass?, Int, Int)]
    )
    func permissions(top: String, job: String, expected: IdentityClass?, defaults: Int, writing: Int) async throws {
        let estate = try await gitHubEstate([
            ".github/workflows/w.yml": "on: push\n\(top)jobs:\n  a:\n\(job)    steps: [{run: make}]\n"
        ])
        let step = try #require(estate.workflows.first?.steps.first)
        #expect(step.effect.identityClass == expected, "\(step.effect.reason)")
        #expect(estate.counts["defaultPermissionWorkflows"] == defaults)
        #expect(estate.counts["writePermissionWorkflows"] == writing)
    }

    @Test(
        "Secrets are found in any notation, whatever their case, and only in expressions",
        arguments: [
            ("${{ secrets.A }}", ["A"]), ("${{secrets['b-c']}}", ["B-C"]),
            ("x ${{ secrets.A }} ${{ secrets . b }}", ["A", "B"]),
            ("${{ format('{0}', secrets.Deep) }}", ["DEEP"]), ("secrets.A", []), ("${{ inputs.secrets.A }}", []),
            ("${{ 'secrets.A' }}", []), ("${{ secrets.GITHUB_TOKEN }}", []), ("${{ secrets.A", []), ("${{ }}", []),
        ]
    )
    func secrets(text: String, expected: [String]) async throws {
        let workflow = try await workflow(
            "on: push\npermissions: {}\njobs:\n  a:\n    steps:\n    - run: |\n        \(text)\n"
        )
        let names = workflow.steps[0].credentials.filter { $0.kind == "secret" }.compactMap(\.name)
        #expect(names == expected)
    }

    @Test("A condition is an expression without brackets, and secrets of a workflow or job reach each of its steps")
    func reach() async throws {
        let workflow = try await workflow(
            """
            on: push
            permissions: {}
            env: {TOP: '${{ secrets.TOP }}'}
            jobs:
              a:
                env: {JOB: '${{ secrets.JOB }}'}
                steps: [{run: a, if: secrets.IF != ''}, {run: b}]
              b:
                steps: [{run: c}]
            """
        )
        let names = workflow.steps.map { $0.credentials.compactMap(\.name) }
        #expect(names == [["IF", "JOB", "TOP"], ["JOB", "TOP"], ["TOP"]])
    }

    @Test(
        "Secrets taken all at once or by a computed name are privileged",
        arguments: ["toJSON(secrets)", "secrets[matrix.x]"]
    )
    func allSecrets(expression: String) async throws {
        let text = "on: push\npermissions: {}\njobs: {a: {steps: [{run: 'x ${{ \(expression) }}'}]}}\n"
        let estate = try await gitHubEstate(["w.yml": text])
        #expect(estate.workflows.first?.steps.first?.effect.identityClass == .privileged)
        #expect(estate.counts["allSecretsWorkflows"] == 1)
    }

    @Test(
        "`on` is read in every form, an empty one too",
        arguments: [
            ("push", ["push"]), ("[push, release]", ["push", "release"]), ("{push: , release: }", ["push", "release"]),
            ("{}", []), ("", []), ("[]", []),
        ]
    )
    func events(on: String, expected: [String]) async throws {
        let estate = try await gitHubEstate(["w.yml": "on: \(on)\njobs: {a: {steps: [{run: x}]}}\n"])
        #expect(estate.workflows.first?.triggers.map(\.step) == expected)
        #expect(estate.remarks.contains { $0.reason.contains("nothing starts") } == expected.isEmpty)
    }

    @Test(
        "A step with a federated login is a trust with the account and the token's subject; a standing secret is none"
    )
    func federation() async throws {
        let text = """
            on: push
            permissions: {id-token: write}
            jobs:
              live:
                environment: {name: live}
                steps:
                - uses: aws-actions/configure-aws-credentials@v4
                  with: {role-to-assume: 'arn:aws:iam::123456789012:role/deploy'}
                - uses: azure/login@v2
                  with: {client-id: '${{ secrets.AZURE_ID }}'}
              old:
                steps:
                - uses: aws-actions/configure-aws-credentials@v4
                  with: {aws-secret-access-key: '${{ secrets.KEY }}'}
            """
        let estate = try await gitHubEstate([".github/workflows/w.yml": text])
        let trusts = estate.trusts.filter { $0.kind == .federates }
        #expect(trusts.map(\.to) == ["arn:aws:iam::123456789012:role/deploy", "secrets.AZURE_ID", "*"])
        #expect(trusts.first?.condition == "AWS, job `live`, subject `repo:ann/shop:environment:live`")
        #expect(estate.counts["idTokenWorkflows"] == 1)
        #expect(estate.workflows.first?.environment == "production")
        #expect(estate.workflows.first?.steps.allSatisfy { $0.effect.identityClass == .privileged } == true)
    }

    @Test("Calls of workflows are calls within the repository and trusts beyond it; circles are remarked")
    func calls() async throws {
        let estate = try await gitHubEstate([
            ".github/workflows/a.yml": "on: push\njobs: {x: {uses: ./.github/workflows/b.yml, secrets: inherit}}\n",
            ".github/workflows/b.yml": "on: workflow_call\njobs: {x: {uses: ./.github/workflows/a.yml}}\n",
            ".github/workflows/c.yml":
                "on: push\npermissions: {}\njobs: {x: {uses: other/repo/.github/workflows/w.yml@main, secrets: inherit}}\n",
        ])
        #expect(estate.workflows.map(\.calls) == [[".github/workflows/b.yml"], [".github/workflows/a.yml"], []])
        #expect(estate.remarks.count { $0.reason.contains("calls itself") } == 2)
        let trust = Trust(.calls, from: ".github/workflows/c.yml", to: "other/repo/.github/workflows/w.yml@main")
        #expect(estate.trusts == [trust])
        #expect(estate.workflows[2].steps.first?.effect.identityClass == .privileged)
        #expect(estate.counts["inheritedSecretsWorkflows"] == 2)
    }

    @Test("Steps of an action of the repository run with the rights of the job; an action that runs itself ends")
    func composite() async throws {
        let estate = try await gitHubEstate([
            ".github/workflows/w.yml":
                "on: push\npermissions: {contents: write}\njobs: {a: {steps: [{name: Go, uses: ./.github/actions/x}]}}\n",
            ".github/actions/x/action.yml": """
            name: X
            runs:
              using: composite
              steps:
              - {name: Inner, uses: someone/tool@main}
              - {uses: ./.github/actions/x}
            """,
        ])
        let steps = try #require(estate.workflows.first?.steps)
        #expect(steps.map(\.name) == ["a/Go", "a/Go/Inner", "a/Go/./.github/actions/x"])
        #expect(steps[1].effect.identityClass == .privileged)
        #expect(steps[1].code?.isPinned == false)
        #expect(estate.counts["steps"] == 1)
        #expect(estate.counts["actionDefinitions"] == 1)
        #expect(estate.remarks.contains { $0.reason.contains("runs itself") })
    }

    @Test("Actions that use each other many times are taken up to a bound, and the rest is remarked")
    func manyActions() async throws {
        var files = [
            ".github/workflows/w.yml": "on: push\npermissions: {}\njobs: {a: {steps: [{uses: ./.github/actions/x0}]}}\n"
        ]
        for level in 0..<9 {
            let uses = Array(repeating: "{uses: ./.github/actions/x\(level + 1)}", count: 10).joined(separator: ", ")
            files[".github/actions/x\(level)/action.yml"] = "runs: {using: composite, steps: [\(uses)]}\n"
        }
        let estate = try await gitHubEstate(files)
        #expect(estate.workflows.first?.steps.count == 5001)
        #expect(estate.remarks.map(\.reason) == ["actions of more than 5000 steps; the rest is left out"])
    }

    @Test("Events that strangers cause are trusts from everybody, and the end of another workflow one from it")
    func starters() async throws {
        let estate = try await gitHubEstate([
            "a.yml": "name: A\non: [pull_request_target, pull_request]\njobs: {x: {steps: [{run: x}]}}\n",
            "b.yml": "on: {workflow_run: {workflows: [A]}}\njobs: {x: {steps: [{run: x}]}}\n",
        ])
        #expect(
            estate.trusts == [
                Trust(.calls, from: "*", to: "a.yml", isExternal: true, condition: "pull_request_target"),
                Trust(.calls, from: "a.yml", to: "b.yml", condition: "workflow_run"),
            ]
        )
        #expect(estate.counts["pullRequestTargetWorkflows"] == 1)
        #expect(estate.counts["workflowRunWorkflows"] == 1)
    }

    @Test("A class that people decided for an action goes before every rule")
    func decided() async throws {
        var options = ImportOptions()
        options.catalogue.decided["someone/tool"] = Catalogue.Decided(.readOnly, reason: "read by us")
        let text = "on: push\npermissions: write-all\njobs: {a: {steps: [{uses: someone/tool@v1}]}}\n"
        let estate = try await gitHubEstate(["w.yml": text], options: options)
        let effect = try #require(estate.workflows.first?.steps.first?.effect)
        #expect(effect.identityClass == .readOnly)
        #expect(effect.rule == "decided")
    }

    @Test("What the catalogue says that an action is for is the least that it does")
    func purpose() async throws {
        let workflow = try await workflow(
            """
            on: push
            permissions: {}
            jobs:
              a:
                steps: [{uses: azure/get-keyvault-secrets@v1}, {uses: softprops/action-gh-release@v2}, {uses: some/one@v1}]
            """
        )
        #expect(workflow.steps.map(\.effect.identityClass) == [.privileged, .changeCapable, .readOnly])
        #expect(workflow.steps.map(\.effect.rule) == ["catalogue", "catalogue", "github-reach"])
    }

    @Test("Containers, services and images are code; a machine of one's own is privileged")
    func images() async throws {
        let workflow = try await workflow(
            """
            on: push
            permissions: {}
            jobs:
              a:
                runs-on: [self-hosted, linux]
                container: registry.example.com:5000/build:1
                services: {db: {image: 'postgres@sha256:00', credentials: {password: '${{ secrets.DB }}'}}}
                steps: [{uses: 'docker://alpine:3'}]
            """
        )
        #expect(workflow.steps.map(\.name) == ["a/container", "a/services/db", "a/docker://alpine:3"])
        #expect(workflow.steps.map { $0.code?.name } == ["registry.example.com:5000/build", "postgres", "alpine"])
        #expect(workflow.steps.map { $0.code?.isPinned } == [false, true, false])
        #expect(workflow.steps[1].credentials.map(\.name) == ["DB"])
        #expect(workflow.steps[2].effect.identityClass == .privileged)
    }

    @Test("A definition's digest changes with what matters and not with layout and comments")
    func digest() async throws {
        let text = "on: push\njobs:\n  a:\n    steps:\n    - run: make\n"
        let same = "# a comment\non:   'push'\njobs: {a: {steps: [{run: make}]}}\n"
        let one = try await workflow(text).digest
        #expect(try await workflow(same).digest == one)
        #expect(try await workflow(text.replacing("make", with: "make all")).digest != one)
        #expect(try await workflow(text.replacing("push", with: "pull_request_target")).digest != one)
    }

    @Test("A secret in a pipeline is found by place and fingerprint, and enters the digest as that alone")
    func literals() async throws {
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: "f\($0.count)") }
        let secret = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        let text =
            "on: push\njobs: {a: {steps: [{run: x, env: {API_TOKEN: \"\(secret)\", REF: '${{ secrets.API_TOKEN }}'}}]}}\n"
        let estate = try await gitHubEstate(["w.yml": text], options: options)
        let found = try #require(estate.workflows.first?.steps.first?.literalSecrets)
        #expect(found.map(\.place) == ["jobs.a.steps[0].env.API_TOKEN"])
        #expect(found.first?.fingerprint == Fingerprint(hex: "f\(secret.utf8.count)"))
        #expect(!"\(estate)".contains(secret))
    }

    @Test("What is broken is rejected by place; other YAML is remarked; the rest is taken")
    func broken() async throws {
        let good = "on: push\njobs: {a: {steps: [{run: x}]}}\n"
        let estate = try await gitHubEstate([
            "a.yml": "on: push\non: x\njobs: {}\n", "b.yml": "on: [\n", "c.yml": good + "---\n" + good, "d.yml": "",
            "e.yml": "- x",
            "f.yml": "version: 2\nupdates: []\n", "g.yml": "on: push\njobs: [1]\n",
            "h.yml": "on: push\njobs: {a: 1, b: {steps: 3}}\n",
            "good.yml": good, "i.yml": "on: push\njobs: {a: {steps: [1, null, {uses: }, {uses: 'x y@z'}]}}\n",
        ])
        #expect(estate.rejected.map(\.path) == ["a.yml", "b.yml", "c.yml"])
        #expect(estate.rejected.map(\.line) == [2, 2, 4])
        #expect(estate.counts["otherFiles"] == 3)
        #expect(estate.counts["files"] == 10)
        #expect(estate.workflows.map(\.name) == ["g", "good", "h", "i"])
        #expect(estate.workflows.last?.steps.count == 2)
    }

    @Test("A repository is known among other formats by its places and its keys")
    func recognised() async throws {
        let flow = "on: push\njobs: {a: {steps: [{run: x}]}}\n"
        let manifest = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n"
        try await withFiles([
            "r+a/.github/workflows/w.yml": flow, "r+a/odd/w.yml": "jobs: {}\n'on': push\n",
            "r+a/deploy/sa.yaml": manifest,
            "r+a/CODEOWNERS": "* @ann\n", "r+b/CODEOWNERS": "* @bob\n", "r+a/.github/workflows/bad.yml": "on: [",
        ]) { folder in
            let reading = try await ImportRun(Formats.files).reading(of: folder)
            #expect(reading.estates.map(\.source.format) == ["github-actions", "kubernetes"])
            let estate = try #require(reading.estates.first)
            #expect(estate.counts["workflows"] == 2)
            #expect(estate.counts["rejected"] == 1)
            #expect(estate.workflows.map(\.owner?.text) == ["@ann", "@ann"])
        }
    }
}
