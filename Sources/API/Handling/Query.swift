import Domain
import Hummingbird

/// The query of a request, read with errors that name the parameter.
struct QueryReader {
    private let parameters: Parameters

    /// - Throws: 400 for a parameter that the route does not have.
    init(_ request: Request, _ route: [QueryParameter]) throws {
        parameters = request.uri.queryParameters
        let known = Set(route.map(\.name))
        for (name, _) in parameters where !known.contains(String(name)) {
            throw APIProblem.invalid(
                "`\(name)` is not a parameter here",
                field: String(name),
                why: "known are \(known.sorted().joined(separator: ", "))",
            )
        }
    }

    func text(_ name: String) -> String? {
        parameters[Substring(name)].flatMap { $0.isEmpty ? nil : String($0) }
    }

    func flag(_ name: String) throws -> Bool {
        switch text(name) {
        case nil, "false": false
        case "true": true
        default: throw APIProblem.invalid("`\(name)` must be true or false", field: name, why: "true or false")
        }
    }

    func one<Value: RawRepresentable & CaseIterable>(_ name: String) throws -> Value? where Value.RawValue == String {
        try text(name).map { try Self.value($0, name) }
    }

    /// Values with commas between them.
    func several<Value: RawRepresentable & CaseIterable & Hashable>(_ name: String) throws -> Set<Value>
    where Value.RawValue == String {
        try Set((text(name)?.split(separator: ",") ?? []).map { try Self.value(String($0), name) })
    }

    func id<Owner: Identifiable>(_ name: String) throws -> ID<Owner>? {
        try text(name).map { text in
            guard let id = ID<Owner>(text) else {
                throw APIProblem.invalid("`\(name)` is no id", field: name, why: "has the form \(Owner.idPrefix)_…")
            }
            return id
        }
    }

    func instant(_ name: String) throws -> Instant? {
        try text(name).map { text in
            guard let instant = Instant(text) else {
                throw APIProblem.invalid("`\(name)` is no time", field: name, why: "as in 2026-01-31T09:30:00Z")
            }
            return instant
        }
    }

    /// A number of entries, which must be given.
    func size(_ name: String) throws -> Int {
        guard let size = text(name).flatMap({ Int($0) }), size > 0 else {
            throw APIProblem.invalid("`\(name)` must be a number of entries", field: name, why: "1 or more")
        }
        return size
    }

    var page: PageRequest {
        get throws {
            let limit = try text("limit").map { text in
                guard let limit = Int(text), (1...1000).contains(limit) else {
                    throw APIProblem.invalid("`limit` must be 1 to 1000", field: "limit", why: "1 to 1000")
                }
                return limit
            }
            return PageRequest(limit: limit ?? 50, cursor: text("cursor"))
        }
    }

    private static func value<Value: RawRepresentable & CaseIterable>(_ text: String, _ name: String) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw APIProblem.invalid("`\(text.prefix(80))` is no \(name)", field: name, why: "one of \(known)")
        }
        return value
    }
}
