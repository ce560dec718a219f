import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Wire

@testable import API

struct DescriptionTests {
    @Test("The list of routes in the documentation is the list of routes there are")
    func list() async throws {
        try await Installation.with { installation, _ in
            let lines = installation.routes.all.map { route in
                let method = route.method.rawValue
                let padded = method + String(repeating: " ", count: 7 - method.count)
                return "\(padded)\(route.path)\(route.isOpen ? "  (open)" : "")\n       \(route.summary)"
            }
            try expectGolden(lines.joined(separator: "\n") + "\n", named: "../../../docs/routes.txt")
        }
    }

    @Test("The OpenAPI description is served, and says what it said when it was last read")
    func openAPI() async throws {
        try await Installation.with { _, caller in
            let answer = try await Visitor(client: caller.client, token: nil).send(.get, "/openapi.json")
            #expect(answer.status == 200)
            let pretty = try JSONSerialization.data(
                withJSONObject: answer.members,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes],
            )
            try expectGolden(String(decoding: pretty, as: UTF8.self) + "\n", named: "openapi.json")
        }
    }

    @Test("Every reference of the description leads to a schema, every operation has a name of its own")
    func whole() async throws {
        try await Installation.with { installation, _ in
            let document = try OpenAPIDocument(installation.routes.all).json
            let text = String(decoding: document, as: UTF8.self)
            let root = try #require(try JSONSerialization.jsonObject(with: Data(document)) as? [String: Any])
            let components = try #require(root["components"] as? [String: Any])
            let schemas = try #require(components["schemas"] as? [String: Any])
            for match in text.matches(of: #/"\#/components\/schemas\/([^"]+)"/#) {
                #expect(schemas[String(match.1)] != nil, "\(match.1)")
            }
            let operations = installation.routes.all.map(\.operation)
            #expect(Set(operations).count == operations.count)
        }
    }

    @Test("The members that a body may have are those that its type reads")
    func bodies() async throws {
        try await Installation.with { installation, _ in
            for route in installation.routes.all {
                guard let body = route.body else { continue }
                guard case .object(_, let members) = try ShapeRecorder.shape(of: body) else {
                    Issue.record("\(route.path) takes no object")
                    continue
                }
                #expect(Set(members.map(\.name)) == body.members, "\(route.method) \(route.path)")
            }
        }
    }

    @Test("The shape of a type tells what may be absent, and what each member holds")
    func shapes() throws {
        guard case .object("User", let members) = try ShapeRecorder.shape(of: User.self) else {
            Issue.record("a user is no object")
            return
        }
        let byName = Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0) })
        #expect(byName["team"]?.isRequired == false)
        #expect(byName["email"] == Shape.Member(name: "email", shape: .text(format: nil), isRequired: true))
        #expect(byName["roles"]?.shape == .list(.choice(Role.allCases.map(\.rawValue))))
        #expect(byName["status"]?.shape == .choice(["active", "disabled", "left"]))
    }
}
