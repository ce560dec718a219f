import Domain
import Testing

@testable import Importers

/// Files of the organisation, read over those of the program.
struct OwnFilesTests {
    private func catalogue(_ text: String) throws -> Catalogue {
        try Catalogue.shipped.adding([("own.yaml", Array(text.utf8))])
    }

    private func effect(
        _ connector: String,
        _ operation: String?,
        on resource: String? = nil,
        in catalogue: Catalogue
    ) -> StepEffect {
        var facts = StepFacts(ConnectorName(connector))
        facts.operation = operation
        facts.resource = resource
        facts.fill(from: catalogue)
        return catalogue.effect(of: facts)
    }

    @Test("An own connector in any layout of YAML gets classes, the stronger ones by the rules")
    func ownConnector() throws {
        let catalogue = try catalogue(
            """
            platform: n8n
            connectors: {n8n-nodes-acme.crm: {system: saas, resource: contact, operations: {
                contact: {default: fetchIt, read: [fetchIt], write: [frob]},
                user: {write: [frob]}, access: {admin: [frob]}}}}
            """
        )
        let known = try #require(catalogue.connector("n8n-nodes-acme.crm"))
        #expect(known.system == .saas)
        #expect(effect("n8n-nodes-acme.crm", nil, in: catalogue).identityClass == .readOnly)
        #expect(effect("n8n-nodes-acme.crmTool", nil, in: catalogue).identityClass == .readOnly)
        #expect(effect("n8n-nodes-acme.crm", "frob", in: catalogue).identityClass == .changeCapable)
        #expect(effect("n8n-nodes-acme.crm", "frob", on: "user", in: catalogue).rule == "touches-identity")
        #expect(effect("n8n-nodes-acme.crm", "frob", on: "access", in: catalogue).rule == "admin-operation")
        #expect(catalogue.connectorNames(on: "n8n").contains("n8n-nodes-acme.crm"))
    }

    @Test("What an own file says of a known connector goes before what the program says; the rest stays")
    func overridden() throws {
        let catalogue = try catalogue(
            """
            platform: n8n
            systems:
              database: [n8n-nodes-base.slack]
            connectors:
              n8n-nodes-base.slack:
                operations:
                  message: {default: update, read: [post]}
            """
        )
        let slack = try #require(catalogue.connector("n8n-nodes-base.slack"))
        #expect(slack.system == .database)
        #expect(slack.action(of: "post", on: "message") == .read)
        #expect(slack.action(of: "update", on: "message") == .write)
        #expect(slack.resources["message"]?.byDefault == "update")
        #expect(slack.credentials == ["slackApi", "slackOAuth2Api"])
    }

    @Test("A decision goes before every rule and carries its reason")
    func decided() throws {
        let catalogue = try catalogue(
            """
            decided:
              slack/message/post: {class: readOnly, reason: posts to a test channel}
              n8n-nodes-base.code: {class: changeCapable, reason: reviewed on every change}
            """
        )
        let post = effect("n8n-nodes-base.slack", "post", on: "message", in: catalogue)
        #expect(
            post
                == StepEffect(
                    .readOnly,
                    reason: "decided for `slack/message/post`: posts to a test channel",
                    rule: "decided"
                )
        )
        #expect(effect("n8n-nodes-base.code", nil, in: catalogue).identityClass == .changeCapable)
        #expect(effect("n8n-nodes-base.slack", "update", on: "message", in: catalogue).rule == "write")
    }

    @Test("An own rule goes before the others, takes the place of its namesake, or switches one off")
    func rules() throws {
        let before = Catalogue.shipped.rules.rules.map(\.id)
        let catalogue = try catalogue(
            """
            rules:
              - {id: payments, connectors: ['pay*'], actions: [write], class: privileged, says: '{step} moves money'}
              - {id: write, actions: [write], class: privileged, says: '{step} writes, and we are strict'}
              - {id: graphql-read, off: true}
            """
        )
        #expect(catalogue.rules.rules.map(\.id) == ["payments"] + before.filter { $0 != "graphql-read" })
        let pay = effect("n8n-nodes-base.payPal", "create", on: "payout", in: catalogue)
        let expected = StepEffect(.privileged, reason: "`create` on `payout` in `payPal` moves money", rule: "payments")
        #expect(pay == expected)
        #expect(effect("n8n-nodes-base.slack", "post", on: "message", in: catalogue).identityClass == .privileged)
    }

    @Test("Own words are added to the lists or taken from them")
    func words() throws {
        let catalogue = try catalogue(
            """
            words:
              writing: [frobnicate]
              identityNouns: [tenant, -share]
            """
        )
        #expect(effect("n8n-nodes-x.y", "frobnicate", in: catalogue).rule == "write")
        #expect(effect("n8n-nodes-x.y", "delete", on: "tenant", in: catalogue).rule == "touches-identity")
        #expect(effect("n8n-nodes-base.googleDrive", "share", on: "file", in: catalogue).rule == "write")
    }

    @Test(
        "A file that is wrong is refused with its line and what is known there",
        arguments: [
            ("platform: n8n\nconnectors:\n  a:\n    sytem: saas\n", 4, "`sytem` is not known here"),
            ("platform: n8n\nconnectors:\n  a:\n    system: sass\n", 4, "`sass` is not known here"),
            ("connectors:\n  a: {}\n", 1, "`platform` is missing"),
            ("platform: n8n\nconnectors:\n  a:\n    operations:\n      x: {read: [y], write: [y]}\n", 5, "both"),
            ("platform: n8n\nconnectors:\n  a:\n    before:\n      new: {resource: x}\n", 5, "is no version"),
            ("decided:\n  a/b/c: {class: readOnly}\n", 2, "`reason` is missing"),
            ("decided:\n  a/b/c: {class: harmless, reason: x}\n", 2, "`harmless` is not known here"),
            ("rules:\n  - {id: x, class: readOnly}\n", 2, "needs `says`"),
            ("rules:\n  - {id: x, off: true}\n", 2, "no rule `x` to switch off"),
            ("rules:\n  - {id: x, class: readOnly, says: y, touches: nowhere}\n", 2, "`nowhere` that is nowhere"),
            ("rules:\n  - {id: x, class: readOnly, says: y, facts: [mood]}\n", 2, "names a fact `mood`"),
            ("a: [b\n", 2, ""),
        ]
    )
    func wrong(text: String, line: Int, reason: String) throws {
        let failure = try #require(throws: CatalogueFailure.self) { try catalogue(text) }
        #expect(failure.file == "own.yaml")
        #expect(failure.line == line)
        #expect(failure.reason.contains(reason), "\(failure)")
    }
}
