import Domain
import SQLEngine
import Sealing
import Store
import Testing

@testable import ControlPlane

/// What a machine is told of the request that it asked.
struct CallbackTests {
    private let address = "https://hooks.example.com/decided"

    private func prepared(_ office: Office, _ receiver: Receiver) async throws -> ControlPlane {
        let house = receiver.joined(to: office.house)
        var terms = GovernanceTerms()
        terms.webhooks.hosts = ["hooks.example.com"]
        _ = try await house.control.setTerms(terms, by: house.boss)
        return house.control
    }

    private func asked(_ office: Office, _ secret: Secret, to address: String? = nil) -> NewRequest {
        var new = office.asked(.write, days: 1)
        new.callback = address ?? self.address
        new.callbackSecret = secret
        return new
    }

    @Test(
        "The machine that asked is told of the end of its request, once, signed with its own secret",
        arguments: [ChangeRequest.State.approved, .refused, .withdrawn, .expired, .void]
    )
    func told(state: ChangeRequest.State) async throws {
        try await Office.onEach { office in
            let receiver = Receiver()
            let control = try await prepared(office, receiver)
            let secret = WebhookSignature.newSecret()
            let machine = Caller.identity(office.identity.id)
            let request = try await control.openRequest(asked(office, secret), by: machine)
            try await control.runDue(as: "node")
            #expect(receiver.messages.isEmpty)
            let reason: String
            switch state {
            case .approved:
                _ = try await control.decideRequest(
                    request.id.text,
                    RequestDecision(.approved, reason: "fine \"so\""),
                    by: .user(office.approver),
                )
                reason = #"fine \"so\""#
            case .refused:
                _ = try await control.decideRequest(
                    request.id.text,
                    RequestDecision(.refused, reason: "not now"),
                    by: .user(office.approver),
                )
                reason = "not now"
            case .withdrawn:
                _ = try await control.withdrawRequest(request.id.text, reason: "done", by: machine)
                reason = "done"
            case .expired:
                office.clock.advance(by: request.lapses - office.clock.now)
                try await control.scheduleRounds()
                reason = "nobody decided by \(request.lapses)"
            default:
                _ = try await control.importEstates(
                    [Office.estate([Office.workflow(credential: "2")])],
                    dryRun: false,
                    by: office.boss,
                )
                reason = try await control.request(request.id.text, by: office.boss).request.outcome ?? ""
            }
            for _ in 0..<3 { try await control.runDue(as: "node") }
            #expect(receiver.messages.count == 1)
            let message = try #require(receiver.messages.first)
            #expect(message.url == address)
            #expect(
                message.text
                    == #"{"type":"accessRequestClosed","timestamp":"\#(office.clock.now)","data":"#
                    + #"{"reason":"\#(reason)","request":"\#(request.id)","state":"\#(state.rawValue)"}}"#
            )
            let expected = WebhookSignature.header(
                id: message.header("webhook-id") ?? "",
                timestamp: office.clock.now.seconds,
                body: message.body,
                secret: secret,
            )
            #expect(message.header("webhook-signature") == expected)
            let left = try await office.house.database.read {
                try SealedTable.ids(kind: Vault.Kind.webhookSecret.rawValue, in: $0)
            }
            #expect(left.isEmpty)
        }
    }

    @Test("A callback is made only where the terms allow: refused when asked, and when they change before it is sent")
    func allowed() async throws {
        try await Office.onEach { office in
            let receiver = Receiver()
            let control = try await prepared(office, receiver)
            let machine = Caller.identity(office.identity.id)
            let secret = WebhookSignature.newSecret()
            for address in ["https://evil.example.net/", "http://127.0.0.1:1/", "https://hooks.example.com.evil.net/"] {
                let failure = try await office.failure {
                    _ = try await control.openRequest(asked(office, secret, to: address), by: machine)
                }
                #expect(failure?.code == .invalid, "\(address)")
            }
            let none = try await control.requests(RequestFilter(), page: PageRequest(), by: office.boss)
            #expect(!none.items.contains { $0.requester.kind == .identity })
            let request = try await control.openRequest(asked(office, secret), by: machine)
            _ = try await control.setTerms(GovernanceTerms(), by: office.boss)
            _ = try await control.withdrawRequest(request.id.text, reason: "done", by: machine)
            try await control.runDue(as: "node")
            #expect(receiver.messages.isEmpty)
            let waiting = try await control.deliveries(state: .pending, to: nil, page: PageRequest(), by: office.boss)
            #expect(waiting.items.first?.error?.contains("hooks.example.com") == true)
        }
    }

    @Test("A callback without a secret that can sign is refused, and the secret is in no answer, event or list")
    func secrets() async throws {
        try await Office.onEach { office in
            let control = try await prepared(office, Receiver([503]))
            let machine = Caller.identity(office.identity.id)
            for secret in [nil, Secret("whsec_c2hvcnQ="), Secret("plain")] {
                var new = asked(office, WebhookSignature.newSecret())
                new.callbackSecret = secret
                let failure = try await office.failure { _ = try await control.openRequest(new, by: machine) }
                #expect(failure?.code == .invalid)
            }
            let secret = WebhookSignature.newSecret()
            let text = secret.withBytes { String(decoding: $0, as: UTF8.self) }
            let request = try await control.openRequest(asked(office, secret), by: machine)
            _ = try await control.withdrawRequest(request.id.text, reason: "done", by: machine)
            try await control.runDue(as: "node")
            #expect(try await control.webhooks(by: office.boss).isEmpty)
            let events = try await control.events(EventFilter(), page: PageRequest(limit: 200), by: office.boss)
            for entry in events.items { #expect(!"\(entry.event)".contains(text)) }
            #expect(!"\(asked(office, secret))".contains(text))
            #expect(!"\(try await control.request(request.id.text, by: machine).request)".contains(text))
        }
    }

    @Test("A receiver that fails is tried again with the pauses of every notification, under the same id")
    func retries() async throws {
        try await Office.onEach { office in
            let receiver = Receiver([503, 500])
            let control = try await prepared(office, receiver)
            let machine = Caller.identity(office.identity.id)
            let new = asked(office, WebhookSignature.newSecret())
            let request = try await control.openRequest(new, by: machine)
            _ = try await control.withdrawRequest(request.id.text, reason: "done", by: machine)
            try await control.runDue(as: "node")
            for pause in Delivery.pauses.prefix(3) {
                office.clock.advance(by: pause)
                try await control.runDue(as: "node")
            }
            #expect(receiver.messages.count == 3)
            #expect(Set(receiver.messages.compactMap { $0.header("webhook-id") }).count == 1)
        }
    }
}
