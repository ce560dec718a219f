import AsyncHTTPClient
package import Domain
import NIOCore
import SecretScan

/// Reads a running n8n over its public REST API: workflows, and as far as key, version and licence allow credentials
/// (without their values), projects, users, variables and executions.
///
/// Source: n8n's API reference, version 1.
package struct N8nLiveSource: LiveSource {
    package static var format: String { "n8n" }
    package static var schemes: [String] { ["https", "http"] }
    package static var secretNames: [String] {
        ["N8N_API_KEY: a key of the public API, made under Settings; the right to list suffices"]
    }

    private let address: LiveAddress
    private let key: Secret
    /// Waits between attempts; tests do not.
    var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    package init(_ address: LiveAddress, secrets: LiveSecrets) throws(LiveFailure) {
        guard Self.schemes.contains(address.scheme), !address.host.isEmpty else {
            throw LiveFailure(
                .address,
                "read the address",
                "give it as `https://host`, with the path n8n is served under"
            )
        }
        let isAllowed = ["1", "yes", "true"].contains(secrets.setting("N8N_ALLOW_PLAIN_HTTP") ?? "")
        guard address.scheme == "https" || Self.isLoopback(address.host) || isAllowed else {
            let detail = "over plain http anyone on the way reads the key; use https, or set N8N_ALLOW_PLAIN_HTTP=yes"
            throw LiveFailure(.address, "read the address", detail)
        }
        guard address.user == nil else {
            throw LiveFailure(.address, "read the address", "n8n's API takes a key and no user; leave the user out")
        }
        guard let key = secrets.main(or: "N8N_API_KEY"), !key.isEmpty else {
            let detail = "no API key was given; put it into N8N_API_KEY or the secret file"
            throw LiveFailure(.secret, "sign in to \(address.host)", detail)
        }
        let isText = key.withBytes { $0.allSatisfy { (0x21...0x7E).contains($0) } }
        guard isText else {
            throw LiveFailure(
                .secret,
                "sign in to \(address.host)",
                "the API key holds blanks or characters that no key has"
            )
        }
        self.address = address
        self.key = key
    }

    package func estate(
        options: ImportOptions,
        progress: (@Sendable (LiveProgress) -> Void)?,
    ) async throws(LiveFailure) -> Estate {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(10)
        configuration.timeout.read = .seconds(60)
        configuration.httpVersion = .http1Only
        // Whether and when to try again is decided here, page by page.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        let result: Result<Estate, LiveFailure>
        do throws(LiveFailure) {
            result = .success(try await estate(options: options, over: client, progress: progress))
        } catch {
            result = .failure(error)
        }
        try? await client.shutdown()
        return try result.get()
    }

    private func estate(
        options: ImportOptions,
        over client: HTTPClient,
        progress: (@Sendable (LiveProgress) -> Void)?,
    ) async throws(LiveFailure) -> Estate {
        let api = N8nAPI(base: base + "/api/v1", key: key, sizeLimit: options.fileSizeLimit, pause: pause)
        func list(_ name: String, limit: Int = 250, optional: [String] = []) -> N8nPages {
            N8nPages(api: api, client: client, list: name, parameters: ["limit=\(limit)"], optional: optional)
        }
        var reading = N8nLiveReading(options: options)
        // Workflows are large, so that their pages are smaller.
        let workflows = list("workflows", limit: 100, optional: ["excludePinnedData=true"])
        _ = try await workflows.read(
            isRequired: true,
            start: { reading.part.workflows = [] },
            element: { value in
                reading.take(workflow: value)
                progress?(LiveProgress(done: reading.part.workflows.count))
                return true
            }
        )
        reading.credentials = try await list("credentials").read(
            isRequired: false,
            start: { reading.part.credentials = [] },
            element: { reading.take(credential: $0) }
        )
        reading.projects = try await list("projects").read(
            isRequired: false,
            element: { reading.take(project: $0) }
        )
        reading.users = try await list("users", optional: ["includeRole=true"]).read(
            isRequired: false,
            start: { reading.people = [] },
            element: { reading.take(user: $0) }
        )
        reading.variables = try await list("variables").read(
            isRequired: false,
            start: { reading.part.variableSecrets = [] },
            element: { reading.take(variable: $0) }
        )
        // Workflows run while this is read.
        var executions = list("executions")
        executions.mayMove = true
        do throws(LiveFailure) {
            reading.executions = try await executions.read(
                isRequired: false,
                start: { reading.runs = N8nExecutions() },
                element: { reading.runs.take($0) }
            )
        } catch {
            // Without it nothing is known of last runs, and all else is: a list that fails does not take the rest with it.
            guard error.reason != .cancelled, error.reason != .unauthorised else { throw error }
            reading.runs = N8nExecutions()
            reading.executions = .closed("the list fails: \(error.detail)")
        }
        var source = SourceDescription(root: options.name ?? place, format: Self.format, kind: .live)
        source.environment = options.environment(ofSource: source.root)
        return reading.estate(of: source)
    }

    /// Without a slash at its end; a path that leads to the API itself is shortened.
    private var base: String {
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        var path = address.path
        for ending in ["/api/v1", "/api"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
        return "\(address.scheme)://\(host)" + (address.port.map { ":\($0)" } ?? "") + path
    }

    /// The address without scheme.
    private var place: String { String(base.dropFirst(address.scheme.count + 3)) }

    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
