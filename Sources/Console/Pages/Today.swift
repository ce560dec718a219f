import ControlPlane
import Domain

/// What needs whoever looks, today.
struct Today: Sendable {
    struct Item: Sendable {
        var count: String
        var what: String
        var href: String
        var tone: String
    }

    /// How much there is of each; nil where it is not theirs to see.
    struct Counts: Sendable {
        var unread = 0
        var requests = 0
        var reviews = 0
        var exceptionsEnding = 0
        var exceptionsWaiting = 0
        var emergencies = 0
        var emergenciesToReview = 0
        var undelivered = 0
    }

    var items: [Item]
    var isQuiet: Bool

    init(_ counts: Counts) {
        let all: [(Int, String, String, String, String)] = [
            (counts.emergencies, "emergency open", "emergencies open", "/break-glass", "critical"),
            (counts.emergenciesToReview, "emergency to review", "emergencies to review", "/break-glass", "high"),
            (counts.requests, "request waits for you", "requests wait for you", "/requests", "medium"),
            (counts.reviews, "review item is yours", "review items are yours", "/reviews", "medium"),
            (
                counts.exceptionsWaiting, "exception proposed", "exceptions proposed", "/exceptions?state=proposed",
                "medium"
            ),
            (
                counts.exceptionsEnding, "exception ends soon", "exceptions end soon", "/exceptions?state=active",
                "medium"
            ),
            (counts.undelivered, "message given up", "messages given up", "/notifications", "high"),
            (counts.unread, "unread notice", "unread notices", "/inbox", "low"),
        ]
        items = all.filter { $0.0 > 0 }.map { count, one, many, href, tone in
            Item(count: Words.grouped(count), what: count == 1 ? one : many, href: href, tone: tone)
        }
        isQuiet = items.isEmpty
    }
}
