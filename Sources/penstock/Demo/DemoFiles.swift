import CLI
import Domain
import Foundation
import Wire

/// The files of a demo estate: who works there, which systems there are, what is registered already.
struct DemoFiles: Sendable {
    struct Person: Decodable, Sendable {
        var email: String
        var name: String
        var team: String?
        var status: User.Status
        var roles: [Role]
        var sharedMailbox: Bool
    }

    struct Registered: Decodable, Sendable {
        struct Granted: Decodable, Sendable {
            var action: ActionClass
            var resource: ResourcePath
            var days: Int64
        }

        var workflow: String
        var owner: String
        var technicalOwner: String
        var backup: String
        var purpose: String
        var environment: String
        var expiresInDays: Int64
        var function: String?
        var grants: [Granted]
    }

    let folder: String
    let people: [Person]
    let systems: [SystemRecord]
    let registrations: [Registered]

    init(folder: String) throws {
        self.folder = folder
        people = try Self.read("people", in: folder)
        systems = try Self.read("systems", in: folder)
        registrations = try Self.read("registrations", in: folder)
    }

    private static func read<Value: Decodable>(_ name: String, in folder: String) throws -> Value {
        let path = "\(folder)/\(name).json"
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("`\(path)` cannot be read; --demo names a folder with a demo estate")
        }
        do {
            return try JSONDecoder().decode(Value.self, from: bytes)
        } catch {
            throw CommandFailure("`\(path)` is no list of \(name): \(error)")
        }
    }
}
