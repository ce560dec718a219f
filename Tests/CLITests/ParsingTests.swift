import Testing

@testable import CLI

struct ParsingTests {
    /// What is typed, and what the complaint has to name.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var arguments: String
        var names: String

        init(_ arguments: String, names: String) {
            self.arguments = arguments
            self.names = names
        }

        /// The arguments, `~` for one that is blank.
        var words: [String] { arguments.split(separator: " ").map { $0 == "~" ? " " : String($0) } }

        var testDescription: String { arguments }
    }

    static let mistakes = [
        Mistake("frobnicate", names: "frobnicate"),
        Mistake("serve --listen 8420", names: "--listen must be HOST:PORT"),
        Mistake("serve --gateway :99999", names: "--gateway must be HOST:PORT"),
        Mistake("serve --listen 127.0.0.1:99999", names: "--listen must be HOST:PORT"),
        Mistake("serve --gateway 127.0.0.1:8420", names: "both `127.0.0.1:8420`"),
        Mistake("serve --issuer penstock.example.com", names: "--issuer must be an address"),
        Mistake("serve --server http://127.0.0.1:1", names: "--server"),
        Mistake("import", names: "<path>"),
        Mistake("import estate --format zapier", names: "zapier"),
        Mistake("import estate --environment ~", names: "--environment is empty"),
        Mistake("import estate --name ~", names: "--name is empty"),
        Mistake("import estate --store mysql://root:hunter2@db/x", names: "--store must begin with sqlite:"),
        Mistake("identities --state sleeping", names: "discovered, proposed, active, suspended"),
        Mistake("identities --class secret", names: "readOnly, changeCapable or privileged"),
        Mistake("identities --kind robot", names: "give workflow, step"),
        Mistake("identities --sort size", names: "size"),
        Mistake("identities --limit 0", names: "--limit must be 1 to 1000, not 0"),
        Mistake("identities --limit 1001", names: "--limit must be 1 to 1000"),
        Mistake("identities --limit many", names: "many"),
        Mistake("identities --all --cursor x", names: "leave out --cursor"),
        Mistake("identities --owner a@b.c --unowned", names: "--owner and --unowned"),
        Mistake("identities --store sqlite:x --server http://h", names: "--store and --server exclude each other"),
        Mistake("identities --server localhost:8420", names: "--server must be an address"),
        Mistake("identity show", names: "<identity>"),
        Mistake("identity register x --expires soon", names: "no such day or time"),
        Mistake("identity register x --expires 2026-02-30", names: "no such day or time"),
        Mistake("identity register x --level loose", names: "observe"),
        Mistake("identity register x --owner A@b.c --backup a@b.c", names: "--backup is the owner"),
        Mistake("identity register x --reach Ledger", names: "`Ledger`"),
        Mistake("findings --severity bad", names: "critical"),
        Mistake("findings --rule nonsense", names: "unowned"),
        Mistake("findings --limit 0", names: "--limit must be 1 or more"),
        Mistake("findings --fail-on bad", names: "bad"),
        Mistake("grant x read ledger", names: "--until"),
        Mistake("grant x delete ledger --until 90d", names: "delete"),
        Mistake("grant x read Ledger/a --until 90d", names: "give SYSTEM/RESOURCE"),
        Mistake("grant x read ledger/../b --until 90d", names: "give SYSTEM/RESOURCE"),
        Mistake("grant x read ledger//b --until 90d", names: "give SYSTEM/RESOURCE"),
        Mistake("grant x read ledger --until 2026-01-01", names: "is past"),
        Mistake("grant x read ledger --until 0d", names: "no such day or time"),
        Mistake("revoke 17", names: "grt_"),
        Mistake("revoke idn_x", names: "grt_"),
        Mistake("token x --seconds 0", names: "--seconds must be 1 to 86400"),
        Mistake("client add", names: "<identity>"),
        Mistake("stop x", names: "--reason"),
        Mistake("stop x --reason ~", names: "--reason is empty"),
        Mistake("resume x --reason ~", names: "--reason is empty"),
        Mistake("stops --limit -1", names: "limit"),
        Mistake("log --kind exploded", names: "exploded"),
        Mistake("log list --from later", names: "no such day or time"),
        Mistake("log list --from 2026-02-01 --until 2026-01-01", names: "is not before --until"),
        Mistake("log verify --key nonsense", names: "NAME+HASH+BASE64"),
        Mistake("log verify --bundle f --store sqlite:x", names: "leave out --store"),
        Mistake("log export", names: "<file>"),
        Mistake("system add Ledger --environment p", names: "`Ledger` cannot name a system"),
        Mistake("system add ledger --inject cookie", names: "header:NAME"),
        Mistake("system add ledger --inject header:", names: "header:NAME"),
        Mistake("system add ledger --upstream ledger:9000", names: "--upstream must be an address"),
        Mistake("system add ledger --upstream http://u:p@h", names: "must not carry a password"),
        Mistake("system add ledger --admin-path admin", names: "must begin with `/`"),
        Mistake("system add ledger --environment ~", names: "--environment is empty"),
        Mistake("system credential ledger hunter2", names: "hunter2"),
        Mistake("system credential Ledger", names: "is no name of a system"),
        Mistake("user add ada", names: "`ada` is no mail address"),
        Mistake("user add a@b.c --role king", names: "king"),
        Mistake("user add a@b.c --status away", names: "away"),
        Mistake("user add a@b.c --name ~", names: "--name is empty"),
        Mistake("user list --role king", names: "king"),
        Mistake("doctor --store /tmp/x", names: "--store must begin with sqlite:"),
    ]

    @Test("A wrong input is named, with status 64, before anything is opened", arguments: mistakes)
    func refuses(_ mistake: Mistake) async {
        let run = await Program().run(mistake.words)
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("error: "), "\(run.errors)")
        #expect(run.errors.contains(mistake.names), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(run.choices.isEmpty && run.calls.isEmpty && run.orders.isEmpty)
    }

    @Test("A store's address is not repeated, for it may hold a password")
    func noPassword() async {
        let run = await Program().run("findings", "--store", "postgre://root:hunter2@db/x")
        #expect(run.status == 64)
        #expect(!run.errors.contains("hunter2"))
    }

    @Test("Serve takes where to listen, what to issue and which store")
    func serve() async throws {
        let run = await Program().run(
            "serve",
            "--listen",
            "[::1]:9000",
            "--gateway",
            "0.0.0.0:9001",
            "--issuer",
            "https://p.example.com",
            "--demo",
            "demo",
            "--store",
            "sqlite:a.db",
            "--data",
            "d",
        )
        #expect(run.status == 0, "\(run.errors)")
        let order = try #require(run.orders.first)
        #expect(order.listen == "[::1]:9000")
        #expect(order.gateway == "0.0.0.0:9001")
        #expect(order.issuer == "https://p.example.com")
        #expect(order.demo == "demo")
        #expect(order.choice.store == "sqlite:a.db")
        #expect(order.choice.data == "d")
    }

    @Test("A server that is named goes before a store from the environment, and the other way round")
    func choice() async throws {
        let program = Program(answers: ["GET /api/v1/stops": .init(bytes: Array(#"{"items":[],"total":0}"#.utf8))])
        let served = await program.run("stops", "--server", "http://h:1")
        #expect(served.choices.map(\.server) == ["http://h:1"])
        #expect(served.choices.map(\.store) == [nil])
        let stored = await program.run("stops", "--store", "sqlite:x.db")
        #expect(stored.choices.map(\.server) == [nil])
        #expect(stored.choices.map(\.store) == ["sqlite:x.db"])
        #expect(stored.calls.last == "close")
    }
}
