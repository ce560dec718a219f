import Domain
import Importers
import Testing

struct LiveAddressTests {
    @Test("An address is taken apart")
    func parts() throws {
        let address = try LiveAddress("Postgres://ann@DB.internal:5433/shop/?sslmode=verify-full#x")
        #expect(address.scheme == "postgres")
        #expect(address.user == "ann")
        #expect(address.host == "db.internal")
        #expect(address.port == 5433)
        #expect(address.path == "/shop")
        #expect(address.query == "sslmode=verify-full")
        let short = try LiveAddress("https://[::1]:8443")
        #expect(short.host == "::1")
        #expect(short.port == 8443)
        #expect(short.path.isEmpty)
        #expect(short.user == nil)
        #expect(try LiveAddress("aws://").host.isEmpty)
    }

    @Test("Folders and files are no addresses", arguments: ["a/b", "C:/x", "://x", "1a://x", "./http://x"])
    func paths(text: String) {
        #expect(!LiveAddress.isAddress(text))
    }

    @Test(
        "What is no address is refused without repeating it",
        arguments: [
            "https://ann:hunter2@x", "https://x:0", "https://x:port", "https://[::1", "https://[::1]x", "https://a b",
        ]
    )
    func refused(text: String) {
        do {
            _ = try LiveAddress(text)
            Issue.record("it was taken")
        } catch {
            #expect(error.reason == .address)
            #expect(!error.description.contains("hunter2"))
        }
    }
}

struct LiveSecretsTests {
    @Test("A secret comes from the file, else from our variable, else from the custom of the platform")
    func order() throws {
        let environment = ["PENSTOCK_SOURCE_SECRET": "ours", "N8N_API_KEY": "theirs", "EMPTY": ""]
        func text(_ secrets: LiveSecrets) -> String? {
            secrets.main(or: "N8N_API_KEY")?.withBytes { String(decoding: $0, as: UTF8.self) }
        }
        #expect(text(try LiveSecrets(environment: environment, file: Array("filed\n".utf8))) == "filed")
        #expect(text(try LiveSecrets(environment: environment)) == "ours")
        #expect(text(try LiveSecrets(environment: ["N8N_API_KEY": "theirs"])) == "theirs")
        #expect(text(try LiveSecrets(environment: [:])) == nil)
        #expect(try LiveSecrets(environment: environment).named("EMPTY") == nil)
        let lines = try LiveSecrets(
            environment: environment,
            file: Array("# a\n\nN8N_API_KEY=x=y\r\nAWS_REGION=r\n".utf8)
        )
        #expect(lines.named("N8N_API_KEY")?.withBytes { $0 } == Array("x=y".utf8))
        #expect(lines.setting("AWS_REGION") == "r")
    }

    @Test("A file that is empty, no text, or of several secrets without names is refused")
    func refused() {
        for bytes in [[], [0xFF], Array("one\ntwo\n".utf8), Array("#\n".utf8)] {
            #expect(throws: LiveFailure.self) { try LiveSecrets(environment: [:], file: bytes) }
        }
    }
}
