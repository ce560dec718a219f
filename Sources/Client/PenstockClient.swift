package import AsyncHTTPClient
package import Domain
import Foundation
import Wire

/// A typed client of the HTTP API.
package struct PenstockClient: Sendable {
    private let transport: Transport

    /// The largest answer that is taken into memory.
    private static let mostBytes = 256 * 1024 * 1024

    /// A client of the server at `base`: `http://host:port`, `https://…` or `http+unix://…`.
    package init(http: HTTPClient = .penstock, base: String, token: Secret?) {
        let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
        transport = .http(http, base: trimmed, token: token)
    }

    package init(transport: Transport) {
        self.transport = transport
    }

    package func get<Answer: Decodable>(_ path: String, query: [(String, String)] = []) async throws -> Answer {
        try Self.decode(try await answer(to: Call(method: "GET", path: path + Self.text(query))))
    }

    package func post<Answer: Decodable>(_ path: String, _ body: some Encodable) async throws -> Answer {
        try Self.decode(try await answer(to: Call(method: "POST", path: path, body: try Self.encode(body))))
    }

    package func put<Answer: Decodable>(_ path: String, _ body: some Encodable) async throws -> Answer {
        try Self.decode(try await answer(to: Call(method: "PUT", path: path, body: try Self.encode(body))))
    }

    package func delete<Answer: Decodable>(_ path: String) async throws -> Answer {
        try Self.decode(try await answer(to: Call(method: "DELETE", path: path)))
    }

    /// Hands over an answer piece by piece, whatever its length.
    ///
    /// - Throws: `ClientError`; what `write` throws, which ends the call.
    package func download(_ path: String, write: ([UInt8]) throws -> Void) async throws {
        var failed: (status: Int, bytes: [UInt8])?
        try await transport.send(Call(method: "GET", path: path)) { status, piece in
            if Self.isSuccess(status) {
                if !piece.isEmpty { try write(piece) }
            } else {
                let soFar = failed?.bytes ?? []
                failed = (status, soFar.count + piece.count > 1 << 20 ? soFar : soFar + piece)
            }
        }
        if let failed { throw Self.error(failed.status, failed.bytes) }
    }

    private func answer(to call: Call) async throws -> [UInt8] {
        var answered = 0
        var bytes: [UInt8] = []
        try await transport.send(call) { status, piece in
            answered = status
            guard bytes.count + piece.count <= Self.mostBytes else { throw ClientError.tooLong }
            bytes += piece
        }
        guard Self.isSuccess(answered) else { throw Self.error(answered, bytes) }
        return bytes
    }

    private static func isSuccess(_ status: Int) -> Bool { (200..<300).contains(status) }

    private static func error(_ status: Int, _ bytes: [UInt8]) -> ClientError {
        guard let problem = try? JSONDecoder().decode(Problem.self, from: Data(bytes)) else {
            return .unexpected(status: status)
        }
        return .refused(problem)
    }

    private static func encode(_ body: some Encodable) throws -> [UInt8] {
        Array(try JSONEncoder().encode(body))
    }

    private static func decode<Answer: Decodable>(_ bytes: [UInt8]) throws -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw ClientError.unreadable(cause: cause(of: error))
        }
    }

    /// Where an answer is not of the shape that was expected.
    private static func cause(of error: DecodingError) -> String {
        let (path, why): ([any CodingKey], String) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
            case .valueNotFound(_, let context): (context.codingPath, "is null")
            case .typeMismatch(_, let context): (context.codingPath, "is of another type")
            case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
            @unknown default: ([], "is of another shape")
            }
        return path.isEmpty ? "it \(why)" : "`\(path.map(\.stringValue).joined(separator: "."))` \(why)"
    }

    private static func text(_ query: [(String, String)]) -> String {
        query.isEmpty
            ? "" : "?" + query.map { "\(Paths.escaped($0.0))=\(Paths.escaped($0.1))" }.joined(separator: "&")
    }
}
