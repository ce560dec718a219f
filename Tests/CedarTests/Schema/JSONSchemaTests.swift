import Testing

@testable import Cedar

struct JSONSchemaTests {
    @Test("What the reference takes is taken", arguments: JSONSchemaCases.accepted)
    func accepted(text: String) throws {
        _ = try Schema(json: text)
    }

    @Test("What the reference refuses is refused", arguments: JSONSchemaCases.refused)
    func refused(text: String) {
        #expect(throws: SchemaErrors.self) { try Schema(json: text) }
    }

    @Test("Both syntaxes of a schema mean the same")
    func same() throws {
        let cedar = """
            namespace Shop {
                type Address = { city: String, zip?: Long };
                entity User in [Team] { home: Address, since: datetime, roles: Set<String> } tags Team;
                entity Team enum ["a", "b"];
                action "buy it", sell in [trade] appliesTo {
                    principal: User,
                    resource: [User, Team],
                    context: { source?: ipaddr },
                };
                action trade;
            }
            """
        let json = #"""
            {"Shop": {
                "commonTypes": {"Address": {"type": "Record", "attributes": {
                    "city": {"type": "String"}, "zip": {"type": "Long", "required": false}}}},
                "entityTypes": {
                    "User": {
                        "memberOfTypes": ["Team"],
                        "shape": {"type": "Record", "attributes": {
                            "home": {"type": "Address"},
                            "since": {"type": "Extension", "name": "datetime"},
                            "roles": {"type": "Set", "element": {"type": "String"}}}},
                        "tags": {"type": "Entity", "name": "Shop::Team"}},
                    "Team": {"enum": ["a", "b"]}},
                "actions": {
                    "buy it": {"memberOf": [{"id": "trade"}], "appliesTo": {
                        "principalTypes": ["User"], "resourceTypes": ["User", "Team"],
                        "context": {"type": "Record", "attributes": {
                            "source": {"type": "EntityOrCommon", "name": "ipaddr", "required": false}}}}},
                    "sell": {"memberOf": [{"id": "trade", "type": "Shop::Action"}], "appliesTo": {
                        "principalTypes": ["User"], "resourceTypes": ["User", "Team"],
                        "context": {"type": "Record", "attributes": {
                            "source": {"type": "ipaddr", "required": false}}}}},
                    "trade": {}}}}
            """#
        #expect(try Schema(parsing: cedar) == Schema(json: json))
    }

    @Test("An error names its place")
    func place() throws {
        let text = "{\"\": {\"entityTypes\": {},\n  \"actions\": {\"a\": {\"memberOf\": [{\"id\": \"b\"}]}}}}"
        let errors = try #require(throws: SchemaErrors.self) { try Schema(json: text) }
        #expect(errors.diagnostics.map(\.position.description) == ["2:34"])
    }
}
