package import HTTPTypes
package import Hummingbird
package import Wire

/// One route: where it is, what it takes and answers, who may call it.
package struct APIRoute: Sendable {
    /// What an answer holds.
    package enum Answer: Sendable {
        case json(any (Codable & Sendable).Type)
        /// Something else than JSON of ours, by its media type.
        case document(String)
    }

    package var method: HTTPRequest.Method
    /// With `{name}` for parameters.
    package var path: String
    /// One sentence for the documentation.
    package var summary: String
    /// Whether it answers without knowing who asks.
    package var isOpen: Bool
    package var query: [QueryParameter]
    package var body: (any WireBody.Type)?
    package var answer: Answer
    /// The status of an answer that is no problem.
    package var status: HTTPResponse.Status
    /// Whether the answer holds a secret that is shown this once.
    package var answersSecret: Bool
    package var handle: @Sendable (Request, APIContext) async throws -> Response

    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ summary: String,
        open: Bool = false,
        query: [QueryParameter] = [],
        body: (any WireBody.Type)? = nil,
        answer: Answer,
        status: HTTPResponse.Status = .ok,
        secret: Bool = false,
        handle: @escaping @Sendable (Request, APIContext) async throws -> Response,
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        isOpen = open
        self.query = query
        self.body = body
        self.answer = answer
        self.status = status
        answersSecret = secret
        self.handle = handle
    }

    /// Whether it changes something for a caller who is known.
    var isChange: Bool { method != .get && !isOpen }

    /// Names of the parameters of the path.
    var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// Tells the route in generated clients: `postIdentitiesByIdGrants`.
    var operation: String {
        let parts = path.split { !$0.isLetter && !$0.isNumber && $0 != "{" && $0 != "}" }
            .filter { $0 != "api" && $0 != "v1" }
        return parts.reduce(method.rawValue.lowercased()) { name, part in
            if part.hasPrefix("{") {
                let parameter = part.dropFirst().dropLast()
                return name + "By" + parameter.prefix(1).uppercased() + parameter.dropFirst()
            }
            return name + part.prefix(1).uppercased() + part.dropFirst()
        }
    }
}

/// A parameter of a query, as it is read and as it is documented.
package struct QueryParameter: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
        case text, flag, time
        case number(ClosedRange<Int>)
        case one([String])
        /// With commas between them.
        case several([String])
    }

    package var name: String
    package var form: Form

    init(_ name: String, _ form: Form = .text) {
        self.name = name
        self.form = form
    }

    /// One of the values of a type.
    static func one<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Choice.Type) -> Self {
        Self(name, .one(type.allCases.map(\.rawValue)))
    }

    /// Several values of a type, with commas between them.
    static func several<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Choice.Type) -> Self {
        Self(name, .several(type.allCases.map(\.rawValue)))
    }

    /// What every list with pages takes.
    static let page = [Self("limit", .number(1...1000)), Self("cursor")]
}
