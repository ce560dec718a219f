import Domain
import Importers
import Testing

struct LogicAppsImporterTests {
    private typealias Fixture = LogicAppsFixtures

    private func estate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
        let estates = try await imported(files, options: options, by: LogicAppsImporter())
        guard let estate = estates.first, estates.count == 1 else { throw NoSingleEstate(count: estates.count) }
        return estate
    }

    @Test("A template tells name, state, tags, owner, identity and the connection behind each key")
    func template() async throws {
        let resource =
            #""identity": {"type": "SystemAssigned"}, "tags": {"environment": "prod", "Owner": "ann@corp.example"},"#
        let text = Fixture.template(
            name: "[parameters('PlaybookName')]",
            definition: Fixture.definition(actions: Fixture.api("Mail", key: "office365")),
            resource: resource,
            parameters: #""PlaybookName": {"type": "string", "defaultValue": "Notify"}"#,
        )
        let estate = try await estate(["azuredeploy.json": text])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.key == "Notify")
        #expect(workflow.name == "Notify")
        #expect(workflow.active == true)
        #expect(workflow.environment == "production")
        #expect(workflow.owner == OwnerHint(kind: .person, text: "ann@corp.example"))
        let step = try #require(workflow.steps.last)
        #expect(step.connector == "office365")
        #expect(step.credentials == [CredentialReference(kind: "office365", id: "office365-x", name: "office365")])
        #expect(estate.principals.map(\.key) == ["identity:Notify"])
        #expect(estate.trusts == [Trust(.runsAs, from: "Notify", to: "identity:Notify")])
        #expect(estate.counts["triggers"] == 1)
        #expect(estate.counts["actions"] == 1)
    }

    @Test(
        "Whether a workflow runs has three answers",
        arguments: [
            (#""state": "Enabled","#, true), (#""state": "Disabled","#, false), (#""state": "Stopped","#, false),
            ("", nil), (#""state": "[parameters('unknown')]","#, nil),
        ] as [(String, Bool?)]
    )
    func state(text: String, expected: Bool?) async throws {
        let template = Fixture.template(name: "w", definition: Fixture.definition(actions: ""), state: text)
        #expect(try await estate(["a.json": template]).workflows.map(\.active) == [expected])
    }

    @Test("Workflows of nested templates are found, with the values that the outer one hands in")
    func nested() async throws {
        let inner = Fixture.template(
            name: "[parameters('inner')]",
            definition: Fixture.definition(actions: ""),
            parameters: #""inner": {"type": "string"}"#,
        )
        let outer = #"""
            {"contentVersion": "1.0.0.0", "parameters": {}, "resources": [{"type": "Microsoft.Resources/deployments",
             "name": "d", "properties": {"parameters": {"inner": {"value": "Inside"}}, "template": \#(inner)}}]}
            """#
        #expect(try await estate(["main.json": outer]).workflows.map(\.key) == ["Inside"])
    }

    @Test("Actions inside scopes, conditions, switches, loops and tools are all read")
    func recursion() async throws {
        func action(_ name: String) -> String { "\"\(name)\": {\"type\": \"Compose\", \"inputs\": 1}" }
        let actions = """
            "If": {"type": "If", "actions": {\(action("yes"))}, "else": {"actions": {\(action("no"))}}},
            "Switch": {"type": "Switch", "cases": {"a": {"case": 1, "actions": {\(action("one"))}}},
              "default": {"actions": {"Each": {"type": "Foreach", "actions": {\(action("deep"))}}}}},
            "Agent": {"type": "Agent", "tools": {"t": {"actions": {\(action("tool"))}}}}
            """
        let estate = try await estate(["a.json": Fixture.definition(actions: actions)])
        #expect(
            estate.workflows.first?.steps.map(\.name)
                == ["manual", "If", "yes", "no", "Switch", "Each", "deep", "one", "Agent", "tool"]
        )
        #expect(estate.workflows.first?.kind == .agent)
        #expect(estate.counts["actions"] == 9)
    }

    @Test("A Standard project's connections, switches and settings are joined to its workflows")
    func project() async throws {
        let action = #"""
            "Rows": {"type": "ServiceProvider", "inputs": {"serviceProviderConfiguration": {"connectionName": "sql",
              "operationId": "executeQuery", "serviceProviderId": "/serviceProviders/sql"}, "parameters": {}}},
            "Call": {"type": "Workflow", "inputs": {"host": {"workflow": {"id": "child"}}}}
            """#
        let parent = #"{"definition": \#(Fixture.definition(actions: action)), "kind": "Stateful"}"#
        let child = #"{"definition": \#(Fixture.definition(actions: "")), "kind": "Stateful"}"#
        let connections = #"""
            {"serviceProviderConnections": {"sql": {"displayName": "Orders", "serviceProvider": {"id": "/serviceProviders/sql"},
              "parameterValues": {"connectionString": "@appsetting('sql_connection')"}}}, "managedApiConnections": {}}
            """#
        let secret = "Server=db;Password=" + testSecret()
        let settings = #"""
            {"IsEncrypted": false, "Values": {"Workflows.child.FlowState": "Disabled", "sql_connection_password": "x",
              "sql_connection": "\#(secret)", "API_TOKEN": "\#(testSecret())"}}
            """#
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: "len\($0.count)") }
        let estate = try await estate(
            [
                "app/parent/workflow.json": parent, "app/child/workflow.json": child,
                "app/connections.json": connections, "app/local.settings.json": settings, "app/host.json": "{}",
            ],
            options: options,
        )
        #expect(estate.workflows.map(\.name) == ["child", "parent"])
        #expect(estate.workflows.map(\.active) == [false, nil])
        let caller = try #require(estate.workflows.last)
        #expect(caller.calls == ["app/child/workflow.json"])
        #expect(caller.steps[1].credentials.map(\.key) == ["sql|id:app#sql"])
        #expect(caller.steps[1].effect.identityClass == .privileged)
        #expect(estate.credentials.map(\.key) == ["setting|id:app/local.settings.json#API_TOKEN", "sql|id:app#sql"])
        #expect(estate.credentials.allSatisfy { $0.declared })
        #expect(estate.credentials.first?.fingerprint != nil)
        #expect(!String(describing: estate).contains(secret))
    }

    @Test("A solution's XML gives its flows their state and name, and its settings the connections of each environment")
    func solution() async throws {
        let id = "5A5D4547-81DD-EE11-904C-002248EC1439"
        let about = #"""
            <?xml version="1.0" encoding="utf-8"?>
            <Workflow WorkflowId="{\#(id.lowercased())}" Name="Tell &amp; ask"><Category>5</Category>
            <StateCode>1</StateCode></Workflow>
            """#
        let customizations = #"""
            <ImportExportXml><Workflows /><connectionreferences>
            <connectionreference connectionreferencelogicalname="new_sharedoffice365_1">
            <connectionreferencedisplayname>Mail of sales</connectionreferencedisplayname>
            <connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid></connectionreference>
            </connectionreferences></ImportExportXml>
            """#
        func settings(_ connection: String) -> String {
            #"""
            {"EnvironmentVariables": [], "ConnectionReferences": [{"LogicalName": "new_sharedoffice365_1",
              "ConnectionId": "\#(connection)", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_office365"}]}
            """#
        }
        let owners = #"""
            {"SolutionComponentOwnershipConfiguration": [{"solutionComponentUniqueName": "\#(id.lowercased())",
              "ownerEmail": "bo@corp.example"}]}
            """#
        let estate = try await estate([
            "src/Workflows/Tell-\(id).json": Fixture.flow(actions: Fixture.operation("Send", "SendEmailV2")),
            "src/Workflows/Tell-\(id).json.data.xml": about,
            "src/Other/Customizations.xml": customizations,
            "src/Other/Solution.xml":
                "<ImportExportXml><SolutionManifest><UniqueName>Sales</UniqueName></SolutionManifest></ImportExportXml>",
            "config/Test/deploymentSettings.json": settings("c-test"),
            "config/Prod/deploymentSettings.json": settings("c-both"),
            "config/Validation/deploymentSettings.json": settings("c-both"),
            "config/Prod/customDeploymentSettings.json": owners,
        ])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.key == id.lowercased())
        #expect(workflow.name == "Tell & ask")
        #expect(workflow.active == true)
        #expect(workflow.project == "Sales")
        #expect(workflow.owner == OwnerHint(kind: .person, text: "bo@corp.example"))
        #expect(workflow.steps.last?.credentials.map(\.key) == ["shared_office365|id:new_sharedoffice365_1"])
        let environments = Dictionary(
            uniqueKeysWithValues: estate.credentials.map { ($0.reference.id ?? "", $0.environment) }
        )
        #expect(environments == ["new_sharedoffice365_1": nil, "c-test": "test", "c-both": "production"])
        #expect(estate.remarks.map(\.path) == ["config/Validation/deploymentSettings.json"])
    }

    @Test("A package's flow has the connection of its map and the maker of its manifest")
    func package() async throws {
        let definition = Fixture.definition(actions: Fixture.operation("Add", "AddMemberToGroup"))
        let text = #"""
            {"name": "F1", "id": "/providers/Microsoft.Flow/flows/F1", "type": "Microsoft.Flow/flows",
             "properties": {"displayName": "Join", "definition": \#(definition)}}
            """#
        let estate = try await estate([
            "manifest.json":
                #"{"schema": "1.0", "details": {"creator": "Cy", "sourceEnvironment": "Default-1"}, "resources": {}}"#,
            "Microsoft.Flow/flows/manifest.json":
                #"{"packageSchemaVersion": "1.0", "flowAssets": {"assetPaths": ["g"]}}"#,
            "Microsoft.Flow/flows/g/definition.json": text,
            "Microsoft.Flow/flows/g/connectionsMap.json": #"{"shared_office365": "conn-7"}"#,
            "Microsoft.Flow/flows/g/apisMap.json": #"{"shared_office365": "api-7"}"#,
        ])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.key == "f1")
        #expect(workflow.name == "Join")
        #expect(workflow.owner?.text == "Cy")
        #expect(workflow.instance == "Default-1")
        #expect(workflow.steps.last?.credentials.map(\.key) == ["shared_office365|id:conn-7"])
        #expect(workflow.steps.last?.effect.identityClass == .privileged)
        #expect(estate.counts["companionFiles"] == 4)
    }

    @Test("Only a request trigger of kind Http is a public callback, and its address is the workflow's")
    func triggers() async throws {
        let triggers = #"""
            "http": {"type": "Request", "inputs": {"method": "PUT", "relativePath": "/orders/{id}"}},
            "button": {"type": "Request", "kind": "Button", "inputs": {}},
            "tenant": {"type": "Request", "kind": "Http", "inputs": {"triggerAuthenticationType": "Tenant"}},
            "often": {"type": "Recurrence", "recurrence": {"frequency": "Day", "interval": 1, "schedule": {"hours": [6, 18]}}},
            "mail": {"type": "ApiConnection", "recurrence": {"frequency": "Minute", "interval": 3}, "inputs": {}},
            "hook": {"type": "HttpWebhook", "inputs": {"subscribe": {"uri": "https://x.example"}}}
            """#
        let estate = try await estate(["Orders.json": Fixture.definition(triggers: triggers, actions: "")])
        let found = try #require(estate.workflows.first).triggers
        #expect(found.map(\.kind) == [.webhook, .manual, .webhook, .schedule, .event, .event])
        #expect(
            found.compactMap(\.callback) == [
                Callback(
                    methods: ["PUT"],
                    path: "workflows/Orders/triggers/http/paths/invoke/orders/{id}",
                    authentication: "signature in the address"
                ),
                Callback(
                    methods: ["POST"],
                    path: "workflows/Orders/triggers/tenant/paths/invoke",
                    authentication: "token of the tenant"
                ),
                Callback(
                    methods: ["POST"],
                    path: "workflows/Orders/triggers/hook/paths/invoke",
                    authentication: "signature in the address"
                ),
            ]
        )
        #expect(found[3].schedule == "frequency=Day interval=1 hours=6,18")
        #expect(estate.counts["webhooks"] == 2)
        #expect(estate.counts["callbacks"] == 3)
        #expect(estate.counts["schedules"] == 1)
    }

    @Test(
        "An HTTP action is judged by its method and by what its path ends in",
        arguments: [
            ("GET", "https://graph.microsoft.com/v1.0/users", IdentityClass.readOnly),
            ("PATCH", "https://graph.microsoft.com/v1.0/users/@{body('A')?['id']}", .privileged),
            (
                "PUT",
                "https://management.azure.com/@{x}/providers/Microsoft.Authorization/roleAssignments/@{guid()}?v=1",
                .privileged
            ),
            ("POST", "https://api.example/v1/search?x=1", .readOnly),
            ("POST", "https://api.example/v1/orders", .changeCapable),
            ("@variables('m')", "https://api.example/v1/orders", nil),
        ] as [(String, String, IdentityClass?)]
    )
    func http(method: String, uri: String, expected: IdentityClass?) async throws {
        let action = Fixture.http("Go", method: method, uri: uri)
        let step = try await estate(["a.json": Fixture.definition(actions: action)]).workflows.first?.steps.last
        #expect(step?.effect.identityClass == expected)
        #expect(step?.target == hostOf(uri))
    }

    private func hostOf(_ uri: String) -> String? { uri.split(separator: "/").dropFirst().first.map(String.init) }

    @Test("What an HTTP action proves itself with is a credential; the platform's identity is an account")
    func authentication() async throws {
        let own = #", "authentication": {"type": "ManagedServiceIdentity", "audience": "https://vault.azure.net"}"#
        let shared = #"""
            , "authentication": {"type": "ManagedServiceIdentity", "identity":
              "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Robot"}
            """#
        let app =
            #", "authentication": {"type": "ActiveDirectoryOAuth", "tenant": "T", "clientId": "C", "secret": "@{x}"}"#
        let actions = [own, shared, app].enumerated().map { index, more in
            Fixture.http("h\(index)", method: "GET", uri: "https://x.example/a", more: more)
        }
        let estate = try await estate(["w.json": Fixture.definition(actions: actions.joined(separator: ", "))])
        let steps = try #require(estate.workflows.first).steps
        #expect(
            steps.flatMap { $0.credentials.map(\.key) } == [
                "managedIdentity|id:identity:w.json", "managedIdentity|id:robot", "httpActiveDirectoryOAuth|id:T/C",
            ]
        )
        #expect(estate.principals.map(\.key) == ["identity:robot", "identity:w.json"])
        #expect(Set(estate.trusts.map(\.to)) == ["identity:robot", "identity:w.json"])
        #expect(estate.counts["literalSecrets"] == 0)
    }

    @Test("Defaults of secure parameters and secrets of connections leave their fingerprint and nothing else")
    func secrets() async throws {
        let (first, second, third) = (testSecret(), "short", testSecret())
        let parameters =
            #""apiKey": {"type": "SecureString", "defaultValue": "\#(second)"}, "ok": {"type": "SecureString"}"#
        let action = Fixture.http(
            "Call",
            method: "GET",
            uri: "https://x.example/a",
            more: #", "headers": {"x-api-key": "\#(first)", "y": "@parameters('apiKey')"}"#
        )
        let connection = #"""
            {"type": "Microsoft.Web/connections", "name": "[variables('mail')]", "properties": {"displayName": "dee@corp.example",
             "api": {"id": "/x/managedApis/office365"}, "parameterValues": {"password": "\#(third)"}}},
            """#
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: "len\($0.count)") }
        let estate = try await estate(
            [
                "a.json": Fixture.template(
                    name: "w",
                    definition: Fixture.definition(actions: action, parameters: parameters),
                    resources: connection
                )
            ],
            options: options,
        )
        let step = try #require(estate.workflows.first?.steps.last)
        #expect(
            step.literalSecrets.map(\.place)
                == ["inputs.headers.x-api-key", "definition.parameters.apiKey.defaultValue"]
        )
        #expect(estate.counts["literalSecrets"] == 2)
        let credential = try #require(estate.credentials.first)
        #expect(credential.key == "office365|id:office365-x")
        #expect(credential.fingerprint?.hex == "len\(third.utf8.count)")
        #expect(credential.owner == OwnerHint(kind: .person, text: "dee@corp.example"))
        let told = String(describing: estate)
        #expect(!told.contains(first) && !told.contains("\"short\"") && !told.contains(third))
    }

    @Test("A role that a template gives to a workflow's identity is what the account may do")
    func roles() async throws {
        let role = #"""
            {"type": "Microsoft.Authorization/roleAssignments", "name": "r", "properties": {
             "roleDefinitionId": "[resourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')]",
             "principalId": "[reference(resourceId('Microsoft.Logic/workflows', 'w'), '2019-05-01', 'full').identity.principalId]"}},
            """#
        let template = Fixture.template(
            name: "w",
            definition: Fixture.definition(actions: ""),
            resource: #""identity": {"type": "SystemAssigned"},"#,
            resources: role,
        )
        let right = try await estate(["a.json": template]).principals.first?.rights.first
        #expect(right?.action == .admin)
        #expect(right?.via == "role `Owner`")
        #expect(right?.effect.identityClass == .privileged)
    }

    @Test("Copies are found by their graph, whatever they are called")
    func copies() async throws {
        let actions =
            Fixture.api("Mail", key: "office365")
            + #", "Done": {"type": "Compose", "runAfter": {"Mail": ["Succeeded"]}}"#
        let renamed =
            Fixture.api("Post", key: "office365")
            + #", "End": {"type": "Compose", "runAfter": {"Post": ["SUCCEEDED"]}}"#
        let estate = try await estate([
            "a.json": Fixture.template(name: "a", definition: Fixture.definition(actions: actions)),
            "b.json": Fixture.template(name: "b", definition: Fixture.definition(actions: renamed)),
        ])
        #expect(estate.counts["cloneGroups"] == 1)
        #expect(Set(estate.workflows.map(\.digest)).count == 2)
    }

    @Test("UTF-16 and a byte order mark make no difference", arguments: [true, false])
    func encodings(isLittle: Bool) async throws {
        let text = Fixture.definition(actions: Fixture.http("Größe", method: "GET", uri: "https://x.example/a"))
        let units = Array(text.utf16).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
        let estates = try await imported([:], by: LogicAppsImporter()) { folder in
            try write((isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) + units, to: "wide.json", in: folder)
            try write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: "marked.json", in: folder)
        }
        #expect(estates.first?.workflows.map { $0.steps.last?.name } == ["Größe", "Größe"])
    }

    @Test("What is broken is rejected with its place, and the rest is taken")
    func broken() async throws {
        let good = Fixture.definition(actions: "")
        let estate = try await estate([
            "bad.json": "{\"$schema\": \"workflowdefinition.json#\",\n \"actions\": {,}}",
            "bad.data.xml": "<Workflow>\n <StateCode>1</Category></Workflow>",
            "entity.data.xml": "<!DOCTYPE x [<!ENTITY a \"b\">]><Workflow />",
            "odd.json":
                #"{"contentVersion": "1", "triggers": {"a": 1}, "actions": {"b": [], "c": {"type": 5, "inputs": []}}}"#,
            "good.json": good, "package.json": #"{"name": "x", "version": "1.0.0"}"#,
        ])
        #expect(estate.rejected.map(\.path) == ["bad.data.xml", "bad.json", "entity.data.xml"])
        #expect(estate.rejected.map(\.line) == [2, 2, 1])
        #expect(estate.workflows.map(\.name) == ["good", "odd"])
        #expect(estate.counts["otherFiles"] == 1)
    }
}
