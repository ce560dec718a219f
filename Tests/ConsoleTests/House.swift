import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SQLEngine
import Sealing
import Store
import Synchronization
import Testing

@testable import Console
@testable import ControlPlane

/// A whole installation on a database in memory, with its console and a clock that tests move.
struct House: Sendable {
    let control: ControlPlane
    let console: Console
    private let clock: Clock

    private final class Clock: Sendable {
        let now = Mutex(Sample.now)
    }

    static func withHouse(secure: Bool = false, _ body: (House) async throws -> Void) async throws {
        let database = try SQLiteDatabase.inMemory()
        do {
            try await body(try await House(database, secure: secure))
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    private init(_ database: any Database, secure: Bool) async throws {
        let clock = Clock()
        let vault = Vault(MasterKey.generate())
        let keys = try await InstallationKeys.open(database, vault: vault, now: Sample.now)
        control = ControlPlane(
            database: database,
            world: try await World.load(from: database, vault: vault, now: Sample.now),
            vault: vault,
            keys: keys,
            settings: ControlPlane.Settings(issuer: "http://127.0.0.1:8420", gateway: "http://127.0.0.1:8421"),
            now: { clock.now.withLock { $0 } },
        )
        console = try Console(control, version: "0.1.0", secure: secure)
        self.clock = clock
    }

    func pass(_ duration: Duration) {
        clock.now.withLock { $0 = $0 + duration }
    }

    /// Adds three people and an estate with one workflow; the first person is an administrator.
    func settle() async throws {
        let people: [(User, Set<Role>)] = [
            (Sample.tess, [.admin, .security, .owner]), (Sample.mira, [.owner]), (Sample.jonas, [.viewer]),
        ]
        for (user, roles) in people {
            let new = NewUser(email: user.email, name: user.name, roles: roles)
            let added = try await control.putUser(new, by: .localOperator(name: "test"))
            // Stands for a passphrase that nobody knows: hashing one takes a second, and few tests are about it.
            try await control.database.write { connection in
                try PassphraseTable.set("none", for: added.id, at: Sample.now, in: connection)
            }
        }
        var estate = Estate(source: Sample.source.description)
        estate.workflows = [Sample.workflow]
        _ = try await control.importEstates([estate], dryRun: false, by: .localOperator(name: "test"))
    }

    /// Id of the identity of the one workflow.
    func leads() async throws -> String {
        try await control.identity("Sync leads", by: .localOperator(name: "test")).identity.id.text
    }

    /// Makes that identity active.
    func register(vendor: String? = nil) async throws {
        var registration = Registration()
        registration.owner = Sample.mira.email
        registration.technicalOwner = Sample.jonas.email
        registration.backupApprover = Sample.tess.email
        registration.purpose = "Keeps records in step"
        registration.environment = "production"
        registration.function = "sales"
        registration.vendor = vendor
        registration.expires = Sample.moment("2026-12-31")
        _ = try await control.registerIdentity("Sync leads", registration, by: .localOperator(name: "test"))
    }

    func browse(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        let router = Router()
        console.addRoutes(to: router)
        try await Application(responder: router.buildResponder()).test(.router) { client in
            try await body(Browser(client: client, house: self))
        }
    }
}

/// A browser that keeps cookies and fills in the forms of pages.
final class Browser: Sendable {
    let client: any TestClientProtocol
    let house: House
    private let jar = Mutex<[String: String]>([:])

    init(client: any TestClientProtocol, house: House) {
        self.client = client
        self.house = house
    }

    struct Page: Sendable {
        var status: Int
        var html: String
        var headers: [String: String]

        var location: String? { headers["location"] }

        /// The token that the page's forms carry.
        var csrf: String? {
            html.firstMatch(of: #/name="csrf" value="([^"]+)"/#).map { String($0.1) }
        }
    }

    func get(_ path: String, accept: String = "text/html") async throws -> Page {
        try await send(.get, path, body: nil, headers: ["accept": accept])
    }

    func post(_ path: String, _ fields: [(String, String)], headers: [String: String] = [:]) async throws -> Page {
        let body = fields.map { "\(Percent.encode($0.0))=\(Percent.encode($0.1))" }.joined(separator: "&")
        let type = ["content-type": "application/x-www-form-urlencoded"]
        return try await send(.post, path, body: body, headers: type.merging(headers) { $1 })
    }

    /// Opens the page, then sends one of its forms.
    func submit(_ path: String, from page: String, _ fields: [(String, String)]) async throws -> Page {
        let token = try #require(try await get(page).csrf)
        return try await post(path, fields + [("csrf", token)])
    }

    /// Begins a session as the sign-in form would.
    func signIn(as email: String = Sample.tess.email) async throws {
        let link = try await house.control.oneTimeLink(for: email, by: .localOperator(name: "test"))
        let session = try await house.control.redeemLink(link)
        jar.withLock { $0["penstock"] = session.token.withBytes { String(decoding: $0, as: UTF8.self) } }
    }

    func cookie(_ name: String) -> String? { jar.withLock { $0[name] } }

    func forget(_ name: String) { jar.withLock { _ = $0.removeValue(forKey: name) } }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: String?,
        headers: [String: String],
    ) async throws -> Page {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let cookies = jar.withLock { $0 }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookies.isEmpty { fields[.cookie] = cookies }
        return try await client.execute(
            uri: path,
            method: method,
            headers: fields,
            body: body.map { ByteBuffer(string: $0) },
        ) { response in
            for line in response.headers[values: .setCookie] {
                let pair = line.prefix { $0 != ";" }.split(
                    separator: "=",
                    maxSplits: 1,
                    omittingEmptySubsequences: false
                )
                self.jar.withLock { $0[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1]) }
            }
            let all = response.headers.map { ($0.name.rawName.lowercased(), $0.value) }
            return Page(
                status: response.status.code,
                html: String(buffer: response.body),
                headers: Dictionary(all, uniquingKeysWith: { "\($0)\n\($1)" }),
            )
        }
    }
}
