import ArgumentParser
import Cedar
import Foundation

/// One request, from a file or from its parts.
struct RequestOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The request: a JSON object, - for standard input.", valueName: "file"))
    var request: String?

    @Option(help: ArgumentHelp("Who asks, as in User::\"alice\".", valueName: "entity"), transform: EntityArgument.read)
    var principal: EntityUID?

    @Option(
        help: ArgumentHelp("What is to be done, as in Action::\"read\".", valueName: "entity"),
        transform: EntityArgument.read,
    )
    var action: EntityUID?

    @Option(help: ArgumentHelp("With what it is to be done.", valueName: "entity"), transform: EntityArgument.read)
    var resource: EntityUID?

    @Option(help: ArgumentHelp("The circumstances: a JSON object, or a file that holds one.", valueName: "json"))
    var context: String?

    func validate() throws {
        let parts: [Any?] = [principal, action, resource, context]
        if request != nil, parts.contains(where: { $0 != nil }) {
            throw ValidationError("--request holds the whole request: leave out its parts")
        }
    }

    /// The request; nil when principal, action or resource is not given.
    func read(_ schema: Schema?) throws -> Request? {
        if let request {
            let file = try PolicyFile(request)
            let requests = try PolicyReading.requests(file, schema)
            guard requests.count == 1, let first = requests.first else {
                throw CommandFailure("`\(file.name)` holds \(requests.count) requests, not one\nremedy: give an object")
            }
            return first
        }
        guard let principal, let action, let resource else { return nil }
        return Request(
            principal: principal,
            action: action,
            resource: resource,
            context: try ContextArgument.read(context, schema?.context(of: action) ?? .any),
        )
    }

    /// The request, all parts of it.
    func required(_ schema: Schema?) throws -> Request {
        guard let request = try read(schema) else {
            throw ValidationError("give --request, or --principal, --action and --resource")
        }
        return request
    }
}

/// An entity as an argument: `User::"alice"`.
enum EntityArgument {
    static func read(_ text: String) throws -> EntityUID {
        guard let uid = EntityUID(text) else {
            throw ValidationError("`\(text)` is no entity; write it as in 'User::\"alice\"', with its quotes")
        }
        return uid
    }
}

/// A context as an argument: JSON, or the name of a file that holds it.
enum ContextArgument {
    static func read(_ text: String?, _ shape: JSONShape) throws -> Record {
        guard let text else { return Record() }
        let isJSON = text.drop { $0.isWhitespace }.hasPrefix("{")
        let file = isJSON ? PolicyFile(name: "--context", text: text) : try PolicyFile(text)
        do {
            return try Record(json: file.source, shape: shape)
        } catch {
            throw PolicyComplaint(file, [error])
        }
    }
}
