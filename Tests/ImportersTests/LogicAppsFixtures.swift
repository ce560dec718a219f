/// Pieces of Logic Apps files for tests.
enum LogicAppsFixtures {
    static let schema =
        "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#"

    /// A definition of the given triggers and actions, both as members of an object.
    static func definition(triggers: String = request, actions: String, parameters: String = "") -> String {
        """
        {"$schema": "\(schema)", "contentVersion": "1.0.0.0", "parameters": {\(parameters)},
         "triggers": {\(triggers)}, "actions": {\(actions)}}
        """
    }

    static let request = #""manual": {"type": "Request", "kind": "Http", "inputs": {"schema": {}}}"#

    static func http(_ name: String, method: String, uri: String, more: String = "") -> String {
        #""\#(name)": {"type": "Http", "runAfter": {}, "inputs": {"method": "\#(method)", "uri": "\#(uri)"\#(more)}}"#
    }

    /// An action of a managed connector of the Consumption plan.
    static func api(_ name: String, key: String, method: String = "post", path: String = "/v2/Mail") -> String {
        #"""
        "\#(name)": {"type": "ApiConnection", "runAfter": {}, "inputs": {"host": {"connection": {
            "name": "@parameters('$connections')['\#(key)']['connectionId']"}}, "method": "\#(method)", "path": "\#(path)"}}
        """#
    }

    /// A template of a workflow with one connection, and what else is given.
    static func template(
        name: String,
        definition: String,
        state: String = #""state": "Enabled","#,
        resource: String = "",
        parameters: String = "",
        resources: String = "",
    ) -> String {
        #"""
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "parameters": {\#(parameters)}, "variables": {"mail": "[concat('office365-', 'x')]"},
         "resources": [\#(resources)
          {"type": "Microsoft.Logic/workflows", "name": "\#(name)", "apiVersion": "2017-07-01", \#(resource)
           "properties": {\#(state) "definition": \#(definition), "parameters": {"$connections": {"value": {"office365": {
            "connectionId": "[resourceId('Microsoft.Web/connections', variables('mail'))]",
            "connectionName": "[variables('mail')]",
            "id": "[concat(subscription().id, '/providers/Microsoft.Web/locations/', resourceGroup().location, '/managedApis/Office365')]"
           }}}}}}]}
        """#
    }

    /// A flow of a Power Automate solution.
    static func flow(actions: String, reference: String = "new_sharedoffice365_1") -> String {
        #"""
        {"properties": {"connectionReferences": {"shared_office365": {"runtimeSource": "embedded",
          "connection": {"connectionReferenceLogicalName": "\#(reference)"}, "api": {"name": "shared_office365"}}},
          "definition": \#(definition(actions: actions))}, "schemaVersion": "1.0.0.0"}
        """#
    }

    /// An action of a connector in Power Automate.
    static func operation(_ name: String, _ operation: String, connector: String = "shared_office365") -> String {
        #"""
        "\#(name)": {"type": "OpenApiConnection", "runAfter": {}, "inputs": {"host": {"connectionName": "\#(connector)",
          "operationId": "\#(operation)", "apiId": "/providers/Microsoft.PowerApps/apis/\#(connector)"}, "parameters": {}}}
        """#
    }
}
