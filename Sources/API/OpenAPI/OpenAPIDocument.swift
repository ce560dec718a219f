import Hummingbird
import Wire

/// The description of the API that is served with it.
///
/// Source: OpenAPI Specification 3.1.1.
struct OpenAPIDocument {
    private var schemas: [String: DocumentNode] = [:]
    private var paths: [String: [String: DocumentNode]] = [:]

    /// - Throws: When a type of a route cannot tell its shape; a mistake of ours that a test finds.
    init(_ routes: [APIRoute]) throws {
        let problem = try node(Problem.self)
        for route in routes {
            paths[route.path, default: [:]][route.method.rawValue.lowercased()] = try operation(route, problem)
        }
    }

    var json: [UInt8] {
        get throws {
            try JSON.bytes(
                DocumentNode.members([
                    "openapi": "3.1.0",
                    "info": [
                        "title": "Penstock", "version": "1",
                        "description": "Every integration: who it is, what it may do, until when, and how to stop it.",
                        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
                    ],
                    "paths": .members(paths.mapValues { .members($0) }),
                    "components": [
                        "schemas": .members(schemas),
                        "securitySchemes": [
                            "bearer": [
                                "type": "http", "scheme": "bearer",
                                "description": "The token of a session, or of the operator of the data folder.",
                            ]
                        ],
                    ],
                ])
            )
        }
    }

    private mutating func operation(_ route: APIRoute, _ problem: DocumentNode) throws -> DocumentNode {
        var members: [String: DocumentNode] = [
            "summary": .text(route.summary),
            "operationId": .text(route.operation),
            "responses": [
                String(route.status.code): try response(route),
                "default": ["description": "A problem.", "content": ["application/problem+json": ["schema": problem]]],
            ],
            "security": route.isOpen ? .list([]) : .list([["bearer": .list([])]]),
        ]
        var parameters = route.pathParameters.map(parameter) + route.query.map(parameter)
        if route.isChange {
            parameters.append([
                "name": "Idempotency-Key", "in": "header", "schema": ["type": "string", "maxLength": .number(200)],
                "description": "Carries the change out once, however often it is sent with this key within a day.",
            ])
        }
        if !parameters.isEmpty { members["parameters"] = .list(parameters) }
        if let body = route.body {
            members["requestBody"] = [
                "required": .flag(true), "content": ["application/json": ["schema": try node(body)]],
            ]
        }
        return .members(members)
    }

    private mutating func response(_ route: APIRoute) throws -> DocumentNode {
        switch route.answer {
        case .json(let type):
            ["description": .text(route.summary), "content": ["application/json": ["schema": try node(type)]]]
        case .document(let media):
            ["description": .text(route.summary), "content": [media: .members([:])]]
        }
    }

    private func parameter(_ name: String) -> DocumentNode {
        ["name": .text(name), "in": "path", "required": .flag(true), "schema": ["type": "string"]]
    }

    private func parameter(_ query: QueryParameter) -> DocumentNode {
        let schema: DocumentNode
        var explode: Bool?
        switch query.form {
        case .text: schema = ["type": "string"]
        case .flag: schema = ["type": "boolean"]
        case .time: schema = ["type": "string", "format": "date-time"]
        case .number(let range):
            schema = ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
        case .one(let choices): schema = ["type": "string", "enum": .list(choices.map { .text($0) })]
        case .several(let choices):
            schema = ["type": "array", "items": ["type": "string", "enum": .list(choices.map { .text($0) })]]
            explode = false
        }
        var members: [String: DocumentNode] = ["name": .text(query.name), "in": "query", "schema": schema]
        if let explode { members["explode"] = .flag(explode) }
        return .members(members)
    }

    private mutating func node(_ type: any Decodable.Type) throws -> DocumentNode {
        node(try ShapeRecorder.shape(of: type))
    }

    private mutating func node(_ shape: Shape) -> DocumentNode {
        switch shape {
        case .text(let format):
            return format.map { ["type": "string", "format": .text($0)] } ?? ["type": "string"]
        case .number: return ["type": "number"]
        case .integer: return ["type": "integer"]
        case .flag: return ["type": "boolean"]
        case .choice(let texts): return ["type": "string", "enum": .list(texts.map { .text($0) })]
        case .list(let element): return ["type": "array", "items": node(element)]
        case .map(let element): return ["type": "object", "additionalProperties": node(element)]
        case .any: return .members([:])
        case .object(let name, let members):
            if schemas[name] == nil {
                schemas[name] = .members([:])
                var properties: [String: DocumentNode] = [:]
                for member in members { properties[member.name] = node(member.shape) }
                var schema: [String: DocumentNode] = ["type": "object", "properties": .members(properties)]
                let required = members.filter(\.isRequired).map(\.name).sorted()
                if !required.isEmpty { schema["required"] = .list(required.map { .text($0) }) }
                schemas[name] = .members(schema)
            }
            return ["$ref": .text("#/components/schemas/\(name)")]
        }
    }
}

/// A piece of the document.
indirect enum DocumentNode: Encodable, Sendable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([DocumentNode])
    case members([String: DocumentNode])

    init(stringLiteral value: String) { self = .text(value) }

    init(dictionaryLiteral elements: (String, DocumentNode)...) {
        self = .members(Dictionary(elements, uniquingKeysWith: { $1 }))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        case .members(let members): try container.encode(members)
        }
    }
}
