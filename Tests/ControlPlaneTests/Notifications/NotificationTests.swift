import Domain
import SQLEngine
import Sealing
import Store
import TestSupport
import Testing

@testable import ControlPlane

struct NotificationTests {
    private func prepared(_ house: House, _ receiver: Receiver) async throws -> (House, NewWebhook) {
        let house = receiver.joined(to: house)
        var terms = GovernanceTerms()
        terms.webhooks.hosts = ["hooks.example.com"]
        _ = try await house.control.setTerms(terms, by: house.boss)
        let kinds: Set<Event.Kind> = [.stopped, .userAdded]
        let webhook = try await house.control.addWebhook(
            "https://hooks.example.com/in?key=k",
            kinds: kinds,
            by: house.boss
        )
        return (house, webhook)
    }

    @Test("A webhook is told of the events it wants, signed as Standard Webhooks says")
    func signed() async throws {
        try await House.onEach { house in
            let receiver = Receiver()
            let (house, webhook) = try await prepared(house, receiver)
            _ = try await house.control.putSystem(System(name: "crm", title: "CRM", environment: "p"), by: house.boss)
            try await house.person("cleo")
            try await house.control.runDue(as: "node")
            let message = try #require(receiver.messages.first)
            #expect(receiver.messages.count == 1)
            #expect(message.text.hasPrefix(#"{"type":"userAdded","timestamp":""#))
            let id = try #require(message.header("webhook-id"))
            let timestamp = try #require(message.header("webhook-timestamp").flatMap { Int64($0) })
            #expect(timestamp == house.clock.now.seconds)
            let expected = WebhookSignature.header(
                id: id,
                timestamp: timestamp,
                body: message.body,
                secret: webhook.secret,
            )
            #expect(message.header("webhook-signature") == expected)
            let sent = try await house.control.deliveries(
                state: .delivered,
                to: webhook.webhook.id,
                page: PageRequest(),
                by: house.boss,
            )
            #expect(sent.items.map(\.status) == [200])
        }
    }

    @Test(
        "What fails is tried again with growing pauses under the same id, and is given up in the end, shown and sent again"
    )
    func retries() async throws {
        try await House.onEach { house in
            let receiver = Receiver(Array(repeating: 503, count: 10))
            let (house, _) = try await prepared(house, receiver)
            try await house.person("root", roles: [.admin])
            let root = try await house.person("root", roles: [.admin])
            try await house.control.runDue(as: "node")
            #expect(receiver.messages.count == 1)
            for pause in Delivery.pauses {
                house.clock.advance(by: pause - .microseconds(1))
                #expect(try await house.control.runDue(as: "node") == 0)
                house.clock.advance(by: .microseconds(1))
                try await house.control.runDue(as: "node")
            }
            #expect(receiver.messages.count == 10)
            #expect(Set(receiver.messages.compactMap { $0.header("webhook-id") }).count == 1)
            let dead = try await house.control.deliveries(state: .dead, to: nil, page: PageRequest(), by: house.boss)
            let first = try #require(dead.items.first)
            #expect(first.attempts == 10)
            #expect(first.status == 503)
            let inbox = try await house.control.inbox(unreadOnly: true, page: PageRequest(), by: .user(root))
            #expect(inbox.items.map(\.kind) == [.deliveryDead])
            _ = try await house.control.resend(first.id, by: house.boss)
            house.clock.advance(by: .seconds(1))
            try await house.control.runDue(as: "node")
            #expect(receiver.messages.count == 11)
            let left = try await house.control.deliveries(state: .dead, to: nil, page: PageRequest(), by: house.boss)
            #expect(left.items.isEmpty)
        }
    }

    @Test("A receiver that is gone for good is switched off, and its delivery can be sent again only when it is on")
    func gone() async throws {
        try await House.onEach { house in
            let receiver = Receiver([410])
            let (house, webhook) = try await prepared(house, receiver)
            try await house.person("cleo")
            try await house.control.runDue(as: "node")
            let known = try await house.control.webhooks(by: house.boss)
            #expect(known.first { $0.id == webhook.webhook.id }?.disabled == house.clock.now)
            let dead = try await house.control.deliveries(state: .dead, to: nil, page: PageRequest(), by: house.boss)
            let delivery = try #require(dead.items.first)
            let failure = try await house.failure { _ = try await house.control.resend(delivery.id, by: house.boss) }
            #expect(failure?.code == .conflict)
        }
    }

    @Test(
        "An address that policy does not allow is refused when it is added, and when policy changes before it is sent"
    )
    func allowed() async throws {
        try await House.onEach { house in
            let receiver = Receiver()
            let (house, _) = try await prepared(house, receiver)
            for url in ["https://evil.example.net/", "http://hooks.example.com/", "http://127.0.0.1/", "ftp://x"] {
                let failure = try await house.failure {
                    _ = try await house.control.addWebhook(url, kinds: [], by: house.boss)
                }
                #expect(failure?.code == .invalid, "\(url)")
            }
            try await house.person("cleo")
            _ = try await house.control.setTerms(GovernanceTerms(), by: house.boss)
            try await house.control.runDue(as: "node")
            #expect(receiver.messages.isEmpty)
        }
    }

    @Test("No secret of the webhook is in the log, the store's rows or what is sent")
    func secrets() async throws {
        try await House.onEach { house in
            let receiver = Receiver()
            let (house, webhook) = try await prepared(house, receiver)
            try await house.person("cleo")
            try await house.control.runDue(as: "node")
            let secret = webhook.secret.withBytes { String(decoding: $0, as: UTF8.self) }
            let events = try await house.control.events(EventFilter(), page: PageRequest(limit: 100), by: house.boss)
            for entry in events.items { #expect(!"\(entry.event)".contains(secret)) }
            for entry in events.items { #expect(!"\(entry.event)".contains("key=k")) }
            for message in receiver.messages { #expect(!message.text.contains(secret)) }
        }
    }

    @Test("Owner and backup read in their inbox that an identity was stopped; each reads only their own")
    func inbox() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            _ = try await house.control.stop("sync", reason: "drill", by: house.boss)
            let ana = try await house.person("ana")
            let page = try await house.control.inbox(unreadOnly: true, page: PageRequest(), by: .user(ana))
            #expect(page.items.map(\.kind) == [.stopped])
            #expect(page.items.first?.text == "sync was stopped, by test (local operator): drill")
            let dan = try await house.person("dan")
            #expect(try await house.control.markRead(page.items.first?.id, by: .user(dan)) == 0)
            #expect(try await house.control.unreadNotices(by: .user(ana)) == 1)
            #expect(try await house.control.markRead(nil, by: .user(ana)) == 1)
            #expect(try await house.control.unreadNotices(by: .user(ana)) == 0)
        }
    }
}
