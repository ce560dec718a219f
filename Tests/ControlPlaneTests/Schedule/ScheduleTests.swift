import Domain
import SQLEngine
import Store
import Synchronization
import TestSupport
import Testing

@testable import ControlPlane

struct ScheduleTests {
    private func schedule(_ house: House, _ key: String, at due: Instant) async throws {
        try await house.database.write { try JobTable.put(.deliverNotification, key, at: due, in: $0) }
    }

    private func runs(_ house: House, _ key: String) async throws -> [Instant] {
        try await house.database.read { try JobTable.runs(.deliverNotification, key, in: $0) }
    }

    @Test("A job runs when its time has come, once, and not before")
    func due() async throws {
        try await House.onEach { house in
            let due = house.clock.now + .hours(1)
            try await schedule(house, "msg_a", at: due)
            #expect(try await house.control.runDue(as: "one") == 0)
            house.clock.advance(by: .hours(1))
            #expect(try await house.control.runDue(as: "one") == 1)
            #expect(try await house.control.runDue(as: "one") == 0)
            #expect(try await runs(house, "msg_a") == [due])
        }
    }

    @Test(
        "A job that ran for a time does not run for it again, though somebody schedules it again and moves the clock back"
    )
    func clockBack() async throws {
        try await House.onEach { house in
            let due = house.clock.now
            try await schedule(house, "msg_a", at: due)
            #expect(try await house.control.runDue(as: "one") == 1)
            house.clock.advance(by: .zero - .days(1))
            try await schedule(house, "msg_a", at: due)
            #expect(try await house.control.runDue(as: "one") == 0)
            house.clock.advance(by: .days(2))
            try await schedule(house, "msg_a", at: due)
            #expect(try await house.control.runDue(as: "one") == 0)
            #expect(try await runs(house, "msg_a") == [due])
        }
    }

    @Test("Two nodes never run one job for the same time, at the same moment or after a crash")
    func nodes() async throws {
        try await House.onEach { house in
            for number in 0..<20 { try await schedule(house, "msg_\(number)", at: house.clock.now) }
            async let first = house.control.runDue(as: "one", width: 4)
            async let second = house.control.runDue(as: "two", width: 4)
            let ran = try await (first, second)
            #expect(ran.0 + ran.1 == 20)
        }
    }

    @Test("A job whose node died is taken over, and the dead node's work is undone when it comes back to life")
    func takeover() async throws {
        try await House.onEach { house in
            try await schedule(house, "msg_a", at: house.clock.now)
            let moment = house.clock.now
            let claimed = try await house.database.write {
                try JobTable.claim(at: moment, by: "dead", for: .zero, limit: 1, in: $0)
            }
            #expect(claimed.count == 1)
            #expect(try await house.control.runDue(as: "other") == 1)
            let late = try await house.database.write { connection in
                try JobTable.finish(try #require(claimed.first), next: nil, at: moment, in: connection)
            }
            #expect(!late)
            #expect(try await runs(house, "msg_a") == [moment])
        }
    }

    @Test("A claim that has not run out is not taken over")
    func held() async throws {
        try await House.onEach { house in
            try await schedule(house, "msg_a", at: house.clock.now)
            let moment = house.clock.now
            _ = try await house.database.write {
                try JobTable.claim(at: moment, by: "busy", for: .minutes(5), limit: 1, in: $0)
            }
            #expect(try await house.control.runDue(as: "other") == 0)
        }
    }

    @Test("What is due next is listed, soonest first, page by page")
    func list() async throws {
        try await House.onEach { house in
            for number in 0..<5 {
                try await schedule(house, "msg_\(number)", at: house.clock.now + .hours(Int64(5 - number)))
            }
            let first = try await house.control.schedule(kinds: [], page: PageRequest(limit: 3), by: house.boss)
            #expect(first.items.map(\.key) == ["msg_4", "msg_3", "msg_2"])
            let page = PageRequest(limit: 3, cursor: first.next)
            let second = try await house.control.schedule(kinds: [.deliverNotification], page: page, by: house.boss)
            #expect(second.items.map(\.key) == ["msg_1", "msg_0"])
        }
    }

    @Test("The clock never goes back, also over a restart")
    func steady() async throws {
        try await House.onEach { house in
            let clock = SteadyClock({ house.clock.now })
            let latest = clock.now
            house.clock.advance(by: .zero - .days(3))
            #expect(clock.now == latest)
            #expect(clock.behind == .days(3))
            try await clock.keep(in: house.database)
            let restarted = try await SteadyClock.load({ house.clock.now }, from: house.database)
            #expect(restarted.now == latest)
            house.clock.advance(by: .days(4))
            #expect(restarted.now == latest + .days(1))
            #expect(restarted.behind == .zero)
        }
    }
}
