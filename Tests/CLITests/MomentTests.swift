import ArgumentParser
import Domain
import Testing

@testable import CLI

struct MomentTests {
    @Test(
        "A day, a time or a span from now on is understood",
        arguments: [
            ("2026-12-31", "2026-12-31T00:00:00Z"), ("2026-12-31T18:00:00+02:00", "2026-12-31T16:00:00Z"),
            ("90d", "2026-05-30T12:00:00Z"), ("2w", "2026-03-15T12:00:00Z"), ("12h", "2026-03-02T00:00:00Z"),
            ("30m", "2026-03-01T12:30:00Z"),
        ]
    )
    func ahead(text: String, instant: String) throws {
        let moment = try atNoon { try Moment.ahead(text) }
        #expect(moment.instant.text == instant)
    }

    @Test("A span counts back where the past is meant, a day stays what it is")
    func back() throws {
        let (span, day) = try atNoon { (try Moment.back("24h"), try Moment.back("2026-12-31")) }
        #expect(span.instant.text == "2026-02-28T12:00:00Z")
        #expect(day.instant.text == "2026-12-31T00:00:00Z")
    }

    @Test(
        "What is no time is refused",
        arguments: [
            "", "d", "0d", "-1d", "1y", "100000d", "1.5d", "9223372036854775808d", "2026-02-30", "tomorrow", "90 d",
        ]
    )
    func refuses(text: String) {
        #expect(throws: ValidationError.self) { try Moment.ahead(text) }
        #expect(throws: ValidationError.self) { try Moment.back(text) }
    }

    @Test(
        "A distance is told in the unit that fits",
        arguments: [
            ("2026-03-01T12:00:00Z", "now"), ("2026-03-01T12:00:01Z", "in 1 second"),
            ("2026-03-01T11:58:00Z", "2 minutes ago"), ("2026-03-01T09:00:00Z", "3 hours ago"),
            ("2026-03-02T13:00:00Z", "in 25 hours"), ("2026-03-31T12:00:00Z", "in 30 days"),
        ]
    )
    func relative(text: String, words: String) {
        #expect(Sample.moment(text).relative(to: Sample.now) == words)
    }

    private func atNoon<Result>(_ body: () throws -> Result) throws -> Result {
        let environment = CLIEnvironment(
            open: { _ in throw CommandFailure("nothing is opened here") },
            serve: { _ in },
            doctor: { _ in [] },
            verifyLog: { _, _ in throw CommandFailure("nothing is verified here") },
            verifyBundle: { _, _ in throw CommandFailure("nothing is verified here") },
            version: "",
            now: { Sample.now },
        )
        return try CLIEnvironment.$current.withValue(environment) { try body() }
    }
}
