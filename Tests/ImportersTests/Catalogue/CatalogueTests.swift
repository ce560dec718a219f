import Domain
import Testing
import YAML

@testable import Importers

struct CatalogueTests {
    private static let texts = Catalogue.shippedTexts()

    @Test("A file of ours reads the same connector by connector as it does whole", arguments: texts.map(\.name))
    func lazily(name: String) throws {
        let text = try #require(Self.texts.first { $0.name == name })
        let lazy = try CatalogueFile(indexed: text.bytes, name: name)
        let whole = try CatalogueFile(name: name, bytes: text.bytes)
        #expect(lazy.platform == whole.platform)
        #expect(lazy.prefix == whole.prefix)
        #expect(lazy.connectorNames.sorted() == whole.connectorNames.sorted())
        for connector in whole.connectorNames {
            let full = whole.prefix + connector
            #expect(try lazy.connector(full) == whole.connector(full), "\(full)")
        }
        for section in ["systems", "decided", "credentials", "rules", "words"] {
            #expect(try lazy.section(section)?.withoutPlaces == whole.section(section)?.withoutPlaces, "\(section)")
        }
    }

    @Test("Every credential type of ours reads")
    func credentials() throws {
        for (name, bytes) in Self.texts {
            let file = try CatalogueFile(name: name, bytes: bytes)
            let reader = CatalogueReader(file: name)
            for pair in try reader.entries(try file.section("credentials")) {
                #expect(try reader.credential(pair.key, pair.value, platform: file.platform).kind != nil)
            }
        }
        let github = try #require(Catalogue.shipped.credentialType("githubOAuth2Api"))
        #expect(github.kind == .oauth2)
        #expect(github.reach == .admin)
        #expect(github.scopes.contains("admin:org"))
    }

    @Test("Later files are read over earlier ones, operation by operation")
    func merged() throws {
        let slack = try #require(Catalogue.shipped.connector("n8n-nodes-base.slack"))
        #expect(slack.system == .messaging)
        #expect(slack.resource == "message")
        #expect(slack.action(of: "post", on: "message") == .write)
        #expect(slack.action(of: "sendAndWait", on: "message") == .write)
        #expect(slack.action(of: "getPermalink", on: "message") == .read)
        #expect(slack.action(of: "frobnicate", on: "message") == nil)
        let mongo = try #require(Catalogue.shipped.connector("n8n-nodes-base.mongoDb"))
        #expect(mongo.action(of: "findOneAndReplace", on: "document") == .write)
    }

    @Test(
        "A step that states less means what its version takes by default",
        arguments: [
            ("n8n-nodes-base.discord", 1, nil, nil, nil, "sendLegacy"),
            ("n8n-nodes-base.discord", 2, nil, nil, "channel", "create"),
            ("n8n-nodes-base.emailSend", 1, nil, nil, nil, "send"),
            ("n8n-nodes-base.emailSend", 2.1, nil, nil, "email", "send"),
            ("n8n-nodes-base.gmail", 1, nil, nil, "draft", "create"),
            ("n8n-nodes-base.gmail", 2.1, nil, nil, "message", "send"),
            ("@n8n/n8n-nodes-langchain.openAi", 1.8, nil, nil, "text", "message"),
            ("@n8n/n8n-nodes-langchain.openAi", 2, nil, nil, "text", "response"),
            ("n8n-nodes-base.slack", 2.2, "channel", nil, "channel", "create"),
            ("n8n-nodes-base.slack", 2.2, nil, "update", "message", "update"),
            ("n8n-nodes-base.googleSheets", 4.5, nil, nil, "sheet", "read"),
        ] as [(String, Double, String?, String?, String?, String?)]
    )
    func defaults(
        name: String,
        version: Double,
        resource: String?,
        operation: String?,
        expectedResource: String?,
        expectedOperation: String?,
    ) throws {
        let connector = try #require(Catalogue.shipped.connector(name))
        let filled = connector.filled(resource: resource, operation: operation, version: version)
        #expect(filled.resource == expectedResource)
        #expect(filled.operation == expectedOperation)
    }

    @Test(
        "An agent's tool is the connector it was made from",
        arguments: ["n8n-nodes-base.slackTool", "n8n-nodes-base.slackHitlTool", "n8n-nodes-base.slack"]
    )
    func tools(name: String) {
        #expect(Catalogue.shipped.connector(for: ConnectorName(name))?.name == "n8n-nodes-base.slack")
    }

    @Test("What nobody knows is nothing")
    func unknown() {
        #expect(Catalogue.shipped.connector("n8n-nodes-nowhere.thing") == nil)
        #expect(Catalogue.shipped.connector("n8n-nodes-base.slack", on: "another-platform") == nil)
        #expect(Catalogue.shipped.credentialType("nothing") == nil)
    }
}

extension YAMLNode {
    /// The tree alone: sections that are read by themselves begin on other lines.
    fileprivate var withoutPlaces: YAMLNode {
        switch content {
        case .scalar: YAMLNode(content)
        case .list(let elements): YAMLNode(.list(elements.map(\.withoutPlaces)))
        case .map(let pairs): YAMLNode(.map(pairs.map { YAMLPair($0.key, $0.value.withoutPlaces) }))
        }
    }
}
