import ArgumentParser
import Client
import Domain
import Wire

struct WebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks",
        abstract: "Addresses outside that are told of events.",
        discussion: """
            Messages are signed as Standard Webhooks says. Only hosts that the terms allow are told of anything.

            Example:
              penstock webhooks add https://hooks.example.com/penstock --kind stopped --kind breakGlassOpened
              penstock webhooks deliveries --state dead
              penstock webhooks resend msg_01kb3
            """,
        subcommands: [
            WebhooksListCommand.self, WebhooksAddCommand.self, WebhooksRemoveCommand.self, WebhooksTestCommand.self,
            DeliveriesCommand.self, ResendCommand.self,
        ],
        defaultSubcommand: WebhooksListCommand.self,
    )
}

struct WebhooksListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List webhooks.",
        discussion: "Example:\n  penstock webhooks list"
    )

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let all: [Webhook] = try await connection.withSession { try await $0.client.get(Paths.webhooks) }
        if json { return try Terminal.say(json: all) }
        guard !all.isEmpty else { return Terminal.complain("no webhooks") }
        var table = Table("id", "address", "events", "last delivered", "state", whole: [0])
        for webhook in all {
            table.add(
                Table.Cell(webhook.id.text),
                Table.Cell(webhook.url),
                Table.Cell(webhook.kinds.isEmpty ? "all" : webhook.kinds.map(\.rawValue).joined(separator: ", ")),
                Table.Cell(webhook.lastDelivered?.short ?? "never"),
                Table.Cell(webhook.disabled == nil ? "on" : "off", webhook.disabled == nil ? nil : .red),
            )
        }
        Terminal.say(table.text())
    }
}

struct WebhooksAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Tell an address of events.",
        discussion: "Example:\n  penstock webhooks add https://hooks.example.com/penstock --kind stopped",
    )

    @Argument(help: "The address, on a host that the terms allow.")
    var url: String

    @Option(help: "An event, given again for more; all when left out.")
    var kind: [Event.Kind] = []

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: WebhookRecord = try await connection.withSession { session in
            try await session.client.post(Paths.webhooks, WebhookOrder(url: url, kinds: kind))
        }
        if json { return try Terminal.say(json: record) }
        Terminal.say("\(record.webhook.id): \(record.webhook.url)".printable)
        Terminal.say("secret \(record.secret)")
        Terminal.complain("the secret is shown this once: give it to the receiver")
    }
}

struct WebhooksRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Switch a webhook off for good.",
        discussion: "Example:\n  penstock webhooks remove whk_01kb3",
    )

    @Argument(help: "Id of the webhook.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let webhook: Webhook = try await connection.withSession { try await $0.client.delete(Paths.webhook(id)) }
        Terminal.say("\(webhook.id) is off".printable)
    }
}

struct WebhooksTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send a webhook an event that says nothing.",
        discussion: "Example:\n  penstock webhooks test whk_01kb3",
    )

    @Argument(help: "Id of the webhook.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let webhook: Webhook = try await connection.withSession { session in
            try await session.client.post(Paths.webhook(id, "test"), EmptyRequest())
        }
        Terminal.say("a test is on its way to \(webhook.url)".printable)
        Terminal.complain("`penstock webhooks deliveries` shows what becomes of it")
    }
}

struct DeliveriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "What was sent, is on its way, or was given up.",
        discussion: "Example:\n  penstock webhooks deliveries --state dead",
    )

    @Option(help: "Only in this state.")
    var state: Delivery.State?

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<Delivery> = try await connection.withSession { session in
            try await list.pages(session, Paths.deliveries, query: state.map { [("state", $0.rawValue)] } ?? [])
        }
        try list.show(page, noun: "deliveries") { deliveries in
            var table = Table("id", "event", "state", "attempts", "answer", "updated", numbers: [3], whole: [0, 5])
            for delivery in deliveries {
                table.add(
                    Table.Cell(delivery.id.text),
                    Table.Cell(delivery.kind.rawValue),
                    Table.Cell(delivery.state.rawValue, delivery.state == .dead ? .red : nil),
                    Table.Cell("\(delivery.attempts)"),
                    Table.Cell(delivery.status.map { "\($0)" } ?? delivery.error ?? "-"),
                    Table.Cell(delivery.updated.short),
                )
            }
            return table
        }
    }
}

struct ResendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: "Send what was given up once more.",
        discussion: "Example:\n  penstock webhooks resend msg_01kb3",
    )

    @Argument(help: "Id of the delivery.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let delivery: Delivery = try await connection.withSession { session in
            try await session.client.post(Paths.delivery(id, "resend"), EmptyRequest())
        }
        Terminal.say("\(delivery.id) is on its way again".printable)
    }
}

extension Event.Kind: ExpressibleByArgument {}

extension Delivery.State: ExpressibleByArgument {}
