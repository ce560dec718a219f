import Decisions
import Domain
import Synchronization
import Testing

@testable import Gateway

struct RequestRatesTests {
    private let now = Instant(seconds: 1_800_000_000)
    private func id(_ name: String) throws -> ID<Identity> { try #require(ID("idn_\(name)")) }

    @Test("A minute is counted for each identity of its own, and is over after a minute, not before")
    func minute() throws {
        let rates = RequestRates()
        for number in 0..<5 { #expect(rates.take(try id("a"), at: now + .seconds(Int64(number))) == number) }
        #expect(rates.take(try id("b"), at: now) == 0)
        #expect(rates.take(try id("a"), at: now + .seconds(59)) == 5)
        #expect(rates.take(try id("a"), at: now + .milliseconds(60_200)) == 5)
        #expect(rates.take(try id("a"), at: now + .minutes(10)) == 0)
    }

    @Test("What was refused is given back once, within the minute and after it")
    func giveBack() throws {
        let rates = RequestRates()
        let a = try id("a")
        #expect(rates.take(a, at: now) == 0)
        #expect(rates.take(a, at: now) == 1)
        rates.giveBack(a, at: now)
        #expect(rates.take(a, at: now + .seconds(1)) == 1)
        #expect(rates.take(a, at: now + .seconds(90)) == 0)
        rates.giveBack(a, at: now)
        #expect(rates.take(a, at: now + .seconds(90)) == 1)
    }

    @Test("A clock that goes back takes no place free")
    func back() throws {
        let rates = RequestRates()
        let a = try id("a")
        #expect(rates.take(a, at: now) == 0)
        #expect(rates.take(a, at: now - .minutes(5)) == 1)
        #expect(rates.take(a, at: now) == 2)
    }

    @Test("Of many at the same moment exactly as many as there are places get one")
    func crowd() async throws {
        let rates = RequestRates()
        let (a, moment) = (try id("a"), now)
        let through = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    if rates.take(a, at: moment) < 50 { return true }
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(through == 50)
    }
}

extension EndToEnd {
    struct ConditionTests {
        private func status(_ gateway: GatewayFixture) throws -> Answer {
            let client = try gateway.client()
            client.send(gateway.request("GET", "/crm/contacts"))
            return try #require(client.answer())
        }

        @Test("Of N requests in a minute the next is refused naming the limit, and what was refused does not count")
        func rate() async throws {
            try await withGateway { gateway in
                gateway.swap { facts in
                    for place in facts.grants.indices { facts.grants[place].conditions.perMinute = 3 }
                }
                for _ in 0..<3 { #expect(try status(gateway).status == 200) }
                for _ in 0..<3 {
                    let refused = try status(gateway)
                    #expect(refused.status == 403)
                    #expect(refused.header("Content-Type") == "application/problem+json")
                    #expect(refused.text.contains("context.lastMinute < 3"), "\(refused.text)")
                }
                gateway.swap { facts in
                    for place in facts.grants.indices { facts.grants[place].conditions.perMinute = 4 }
                }
                #expect(try status(gateway).status == 200)
                #expect(try status(gateway).status == 403)
            }
        }

        @Test("F4: a purpose is bound to the token: another purpose, or none, is refused naming the condition")
        func purpose() async throws {
            try await withGateway { gateway in
                gateway.swap { facts in
                    for place in facts.grants.indices { facts.grants[place].conditions.purpose = "month end" }
                }
                for (purpose, expected) in [("month end", 200), ("newsletter", 403), (nil, 403)] as [(String?, Int)] {
                    gateway.world.withLock { $0.tokens[gateway.token]?.purpose = purpose }
                    let answer = try status(gateway)
                    #expect(answer.status == expected)
                    if expected == 403 {
                        #expect(answer.text.contains("context.purpose") || answer.text.contains("context has purpose"))
                    }
                }
            }
        }
    }
}
