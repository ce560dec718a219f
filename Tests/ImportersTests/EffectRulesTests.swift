import Domain
import Foundation
import Importers
import Testing

struct EffectRulesTests {
    private func effect(
        _ type: String,
        _ parameters: String,
        options: ImportOptions = ImportOptions()
    ) async throws -> StepEffect {
        let estate = try await onlyEstate(
            ["a.json": workflow("w", nodes: [node("s", type, parameters: parameters)])],
            options: options
        )
        return try #require(estate.workflows.first?.steps.first).effect
    }

    @Test(
        "What a step does decides its class",
        arguments: [
            ("n8n-nodes-base.slack", #"{"operation": "post", "resource": "message"}"#, .changeCapable),
            ("n8n-nodes-base.slack", "{}", .changeCapable),
            ("n8n-nodes-base.googleSheets", "{}", .readOnly),
            ("n8n-nodes-base.googleSheets", #"{"operation": "append"}"#, .changeCapable),
            ("n8n-nodes-base.gmailTool", "{}", .changeCapable),
            ("n8n-nodes-base.okta", #"{"operation": "delete"}"#, .privileged),
            ("n8n-nodes-base.okta", "{}", .readOnly),
            ("n8n-nodes-base.googleDrive", #"{"operation": "share"}"#, .privileged),
            ("n8n-nodes-base.postgres", #"{"operation": "executeQuery", "query": "select 1"}"#, .privileged),
            ("n8n-nodes-base.postgres", #"{"operation": "select"}"#, .readOnly),
            ("n8n-nodes-base.postgres", "{}", .changeCapable),
            ("n8n-nodes-base.code", "{}", .privileged),
            ("n8n-nodes-base.executeCommand", "{}", .privileged),
            ("n8n-nodes-base.ssh", "{}", .privileged),
            ("n8n-nodes-base.httpRequest", "{}", .readOnly),
            ("n8n-nodes-base.httpRequest", #"{"method": "POST"}"#, .changeCapable),
            ("n8n-nodes-base.httpRequest", #"{"requestMethod": "HEAD"}"#, .readOnly),
            ("n8n-nodes-base.httpRequest", #"{"method": "={{ $json.m }}"}"#, nil),
            ("n8n-nodes-base.graphql", #"{"query": "mutation { x }"}"#, .changeCapable),
            ("n8n-nodes-base.set", "{}", .readOnly),
            ("n8n-nodes-base.gmailTrigger", "{}", .readOnly),
            ("@n8n/n8n-nodes-langchain.lmChatOpenAi", "{}", .readOnly),
            ("@n8n/n8n-nodes-langchain.vectorStoreQdrant", #"{"mode": "insert"}"#, .changeCapable),
            ("@n8n/n8n-nodes-langchain.mcpClientTool", "{}", nil),
            ("n8n-nodes-unknown.thing", "{}", nil),
            ("n8n-nodes-unknown.thing", #"{"operation": "frobnicate"}"#, nil),
            ("n8n-nodes-unknown.thing", #"{"operation": "deleteUser"}"#, .privileged),
        ] as [(String, String, IdentityClass?)]
    )
    func classes(type: String, parameters: String, expected: IdentityClass?) async throws {
        let effect = try await effect(type, parameters)
        #expect(effect.identityClass == expected)
        #expect(!effect.reason.isEmpty)
        #expect(effect.rule != nil)
    }

    @Test("E1: what people decided comes before every rule")
    func decided() async throws {
        var options = ImportOptions()
        options.catalogue.decided["slack/message/post"] = Catalogue.Decided(.readOnly, reason: "a test channel only")
        #expect(try await effect("n8n-nodes-base.slack", "{}", options: options).identityClass == .readOnly)
    }
}
