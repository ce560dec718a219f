import Foundation
package import SQLEngine
import Synchronization

/// A real PostgreSQL server for tests: on loopback, with its own port, password and temporary folder.
///
/// It is started once per test process by the first test that needs it and ends with the process, even when that is
/// killed, because its shell waits for the end of a pipe from it. As root it runs as `postgres` or `nobody`.
package final class PostgresServer: Sendable {
    /// The server of this process; nil, with the reason printed, when PostgreSQL is not installed or does not start.
    package static let shared: PostgresServer? = {
        do {
            return try PostgresServer()
        } catch {
            print("tests on PostgreSQL are skipped: \(error)")
            return nil
        }
    }()

    package struct StartFailure: Error, CustomStringConvertible {
        package let description: String
    }

    private let port: UInt16
    private let password: String
    private let nextDatabase = Mutex(0)
    private let administration: PostgresDatabase
    // Open as long as the server shall run.
    private let lifeline: Pipe

    private init() throws {
        guard let binaries = PostgresServer.binaries else {
            throw StartFailure(description: "no `initdb` under /usr/lib/postgresql; install the package `postgresql`")
        }
        password = (0..<4).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined()
        port = try PostgresServer.freePort()
        lifeline = Pipe()
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", PostgresServer.script]
        if geteuid() == 0 {
            let user = getpwnam("postgres") == nil ? "nobody" : "postgres"
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments = ["--reuid", user, "--clear-groups", "/bin/sh", "-c", PostgresServer.script]
        }
        process.environment = [
            "PATH": "\(binaries):/usr/bin:/bin", "PORT": "\(port)", "PASSWORD": password, "LC_ALL": "C.UTF-8",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        let answer = String(decoding: output.fileHandleForReading.readToNewline(), as: UTF8.self)
        guard answer.hasPrefix("ready") else { throw StartFailure(description: answer) }
        administration = PostgresDatabase(
            try PostgresAddress("postgres://penstock:\(password)@127.0.0.1:\(port)/postgres"),
            maximumConnections: 2
        )
    }

    /// The address of a new, empty database.
    package func createDatabase() async throws -> PostgresAddress {
        let number = nextDatabase.withLock { next in
            next += 1
            return next
        }
        let name = try Identifier(checking: "test_\(number)")
        try await administration.executeAlone("CREATE DATABASE \(identifier: name)")
        return try address(of: name.name, password: password, options: "")
    }

    /// The address of the same database with other options (`name=value&…`) or another password.
    package func address(
        of address: PostgresAddress,
        password: String? = nil,
        options: String = "",
    ) throws -> PostgresAddress {
        try self.address(of: PostgresServer.name(of: address), password: password ?? self.password, options: options)
    }

    /// The address as text with its password, for a program that a test starts.
    package func connectionString(to address: PostgresAddress) -> String {
        "postgres://penstock:\(password)@127.0.0.1:\(port)/\(PostgresServer.name(of: address))"
    }

    /// Removes a database that `createDatabase` made, ending what is connected to it.
    package func drop(_ address: PostgresAddress) async throws {
        let database = try Identifier(checking: PostgresServer.name(of: address))
        try await administration.executeAlone("DROP DATABASE \(identifier: database) WITH (FORCE)")
    }

    /// Ends every connection to the database at `address`, as a restart of the server would.
    package func endConnections(to address: PostgresAddress) async throws {
        let name = PostgresServer.name(of: address)
        _ = try await administration.read { connection in
            try connection.rows(
                "SELECT pg_terminate_backend(pid, 5000) AS ended FROM pg_stat_activity WHERE datname = \(name)"
            )
        }
    }

    private func address(of database: String, password: String, options: String) throws -> PostgresAddress {
        try PostgresAddress("postgres://penstock:\(password)@127.0.0.1:\(port)/\(database)?\(options)")
    }

    private static func name(of address: PostgresAddress) -> String {
        "\(address)".split(separator: "/").last.map(String.init) ?? ""
    }

    private static var binaries: String? {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
            .map { "\(root)/\($0)/bin" }
            .first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
    }

    private static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, size) == 0 && getsockname(descriptor, generic, &size) == 0
            }
        }
        guard isBound else { throw StartFailure(description: "no free port on loopback") }
        return UInt16(bigEndian: address.sin_port)
    }

    // Text sorts by a language's rules where a column does not say otherwise, as on many servers in the field.
    // Without fsync tests are faster; what a crash of the server does is not tested with it.
    private static let script = """
        trap '' INT TERM HUP
        umask 077
        folder=$(mktemp -d /tmp/penstock-postgres.XXXXXX) || { echo "no temporary folder"; exit 1; }
        fail() { tail -n 3 "$folder/log" | tr '\\n' ' '; echo; rm -rf "$folder"; exit 1; }
        printf '%s' "$PASSWORD" > "$folder/password"
        order=
        initdb --help | grep -q -e --icu-locale && order="--locale-provider=icu --icu-locale=en"
        initdb -D "$folder/data" -U penstock -A scram-sha-256 --pwfile="$folder/password" -E UTF8 $order \\
            --no-sync > "$folder/log" 2>&1 < /dev/null || fail
        postgres -D "$folder/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$folder" \\
            -c fsync=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=32MB \\
            > "$folder/log" 2>&1 < /dev/null &
        server=$!
        tries=0
        until pg_isready -q -h 127.0.0.1 -p "$PORT"; do
            kill -0 $server 2> /dev/null || fail
            tries=$((tries + 1))
            [ $tries -lt 600 ] || { kill -QUIT $server; fail; }
            sleep 0.05
        done
        echo ready
        cat > /dev/null
        kill -INT $server
        wait $server
        rm -rf "$folder"
        """
}

extension FileHandle {
    fileprivate func readToNewline() -> Data {
        var line = Data()
        while let byte = try? read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") { line += byte }
        return line
    }
}
