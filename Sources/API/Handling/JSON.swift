import Foundation
import Hummingbird
import Wire

/// JSON in and out.
enum JSON {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    static func answer(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: try bytes(value))),
        )
    }

    /// Reads a body; a member that the shape does not have is refused by name.
    ///
    /// At most `limit` bytes are read.
    static func body<Body: WireBody>(
        of request: Request,
        as: Body.Type = Body.self,
        limit: Int = 1024 * 1024,
    ) async throws -> Body {
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch {
            throw APIProblem(
                problem: Problem(
                    kind: "tooLarge",
                    title: "The request is too large",
                    status: 413,
                    detail: "the body is larger than \(limit) bytes",
                )
            )
        }
        let data = Data(buffer.readableBytesView)
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: data)
        } catch {
            throw APIProblem.invalid("the body is not JSON")
        }
        guard let members = object as? [String: Any] else { throw APIProblem.invalid("the body is not a JSON object") }
        if let unknown = members.keys.filter({ !Body.members.contains($0) }).min() {
            throw APIProblem.invalid(
                "`\(unknown.prefix(80))` is not a member of this request",
                field: String(unknown.prefix(80)),
                why: "known are \(Body.members.sorted().joined(separator: ", "))",
            )
        }
        do {
            return try JSONDecoder().decode(Body.self, from: data)
        } catch let error as DecodingError {
            throw problem(error)
        }
    }

    private static func problem(_ error: DecodingError) -> APIProblem {
        let (path, why): ([any CodingKey], String) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
            case .valueNotFound(_, let context): (context.codingPath, "must not be null")
            case .typeMismatch(_, let context): (context.codingPath, "is of another type")
            case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
            @unknown default: ([], "cannot be read")
            }
        let field = path.map(\.stringValue).joined(separator: ".")
        return .invalid("`\(field)` \(why)", field: field, why: why)
    }
}
