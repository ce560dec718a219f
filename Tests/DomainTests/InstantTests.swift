import Testing

@testable import Domain

struct InstantTests {
    @Test(
        "A time is read and written the same",
        arguments: [
            ("1970-01-01T00:00:00Z", Int64(0)), ("2026-01-31T09:30:00Z", 1_769_851_800_000_000),
            ("2024-02-29T23:59:59.000250Z", 1_709_251_199_000_250), ("1969-12-31T23:59:59Z", -1_000_000),
        ]
    )
    func roundTrip(text: String, microseconds: Int64) {
        #expect(Instant(text)?.microseconds == microseconds)
        #expect(Instant(microseconds: microseconds).text == text)
    }

    @Test("An offset is taken off, a plain day is its beginning")
    func forms() {
        #expect(Instant("2026-01-31T11:30:00+02:00") == Instant("2026-01-31T09:30:00Z"))
        #expect(Instant("2026-01-31") == Instant("2026-01-31T00:00:00Z"))
    }

    @Test(
        "What is no time is refused",
        arguments: [
            "", "tomorrow", "2026-02-29", "2026-13-01", "2026-01-31T25:00:00Z", "2026-01-31T09:30:00", "2026-1-1",
        ]
    )
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }
}
