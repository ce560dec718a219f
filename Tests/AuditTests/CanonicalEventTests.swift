import Audit
import Domain
import Testing

struct CanonicalEventTests {
    private func full() throws -> Event {
        let decision = AccessDecision(
            id: try #require(ID("dec_1")),
            verdict: .noPermit,
            policies: ["b", "a"],
            reason: "no policy permits it",
            version: 42,
        )
        return Event(
            id: try #require(ID("evt_1")),
            at: Instant(microseconds: 1_760_000_000_000_250),
            kind: .requestRefused,
            actor: Event.Actor(kind: .identity, id: "idn_1", name: "Ördérs \"1\" \\ / \u{7F}"),
            originalCaller: "kim@example.com",
            subject: Event.Subject(kind: "system", id: "crm", name: "Customers"),
            decision: Event.DecisionRecord(decision),
            changes: [.init("owner", before: nil, after: "usr_1"), .init("purpose", before: "a\nb\u{1}", after: nil)],
            detail: ["z": "1", "A": "2", "€": "3", "😀": "4", "\u{FB33}": "5", "": "6"],
        )
    }

    @Test("An event has one text, sorted by UTF-16 as RFC 8785 says, without what is nil")
    func text() throws {
        let expected =
            #"{"actor":{"id":"idn_1","kind":"identity","name":"Ördérs \"1\" \\ / "#
            + "\u{7F}"
            + #""},"at":"2025-10-09T08:53:20.000250Z","changes":[{"after":"usr_1","field":"owner"},"#
            + #"{"before":"a\nb\u0001","field":"purpose"}],"#
            + #""decision":{"id":"dec_1","policies":["b","a"],"verdict":"noPermit","version":42},"#
            + #""detail":{"":"6","A":"2","z":"1","€":"3","😀":"4","# + "\"\u{FB33}\":\"5\"},"
            + #""id":"evt_1","kind":"requestRefused","originalCaller":"kim@example.com","#
            + #""subject":{"id":"crm","kind":"system","name":"Customers"},"v":1}"#
        #expect(String(decoding: try full().canonicalBytes, as: UTF8.self) == expected)
    }

    @Test("What was written is read again as the same event")
    func roundTrip() throws {
        let event = try full()
        #expect(try Event(canonicalBytes: event.canonicalBytes) == event)
        let bare = Event.sample(1)
        #expect(try Event(canonicalBytes: bare.canonicalBytes) == bare)
    }

    @Test("Every control character is escaped, so that an event is one line")
    func controls() throws {
        var event = Event.sample(1)
        event.detail = ["all": String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))]
        #expect(event.canonicalBytes.allSatisfy { $0 >= 0x20 })
        #expect(try Event(canonicalBytes: event.canonicalBytes) == event)
    }

    @Test("What is no event is refused", arguments: ["", "{}", "[]", #"{"id":"evt_1"}"#, "nonsense"])
    func nonsense(text: String) {
        #expect(throws: DecodingError.self) { try Event(canonicalBytes: Array(text.utf8)) }
    }
}
