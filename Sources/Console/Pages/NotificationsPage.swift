import ControlPlane
import Domain

/// Who outside is told of what happens, what did not arrive, and what is due next.
struct NotificationsPage: Sendable {
    struct WebhookRow: Sendable {
        var url: String
        var kinds: String
        var state: Badge
        var reached: Moment?
        var added: String
        /// nil once it is switched off.
        var path: String?
    }

    struct Tab: Sendable {
        var href: String
        var label: String
        var count: String
        var current: Bool
    }

    struct DeliveryRow: Sendable {
        var event: String
        var id: String
        var to: String
        var at: Moment
        var state: Badge
        var attempts: String
        var answer: String?
        var resendPath: String?
    }

    struct JobRow: Sendable {
        var what: String
        var about: String?
        var due: Moment
        var late: Badge?
        var error: String?
        var last: Moment?
    }

    var frame: Frame
    var headline: String
    /// Whether whoever looks may see and change who is told.
    var mayTell: Bool
    var webhooks: [WebhookRow]
    var hasWebhooks: Bool
    var addOpen: Bool
    var fields: [Field]
    var tabs: [Tab]
    var deliveries: [DeliveryRow]
    var hasDeliveries: Bool
    var quiet: String
    var next: String?
    var jobs: [JobRow]
    var hasJobs: Bool
    var jobNote: String

    /// What is known of messages; nil for whoever may not look.
    struct Messages: Sendable {
        var webhooks: [Webhook]
        var counts: [Delivery.State: Int]
        var shown: Page<Delivery>
    }

    init(
        _ messages: Messages?,
        state: Delivery.State,
        jobs page: Page<Job>,
        frame: Frame,
        entered: Refused? = nil,
        now: Instant,
    ) {
        self.frame = frame
        mayTell = messages != nil
        let all = messages?.webhooks ?? []
        let dead = messages?.counts[.dead] ?? 0
        let live = all.filter { $0.disabled == nil }.count
        headline =
            messages == nil
            ? "What is due next"
            : "\(Words.count(live, "webhook")) told of events"
                + (dead == 0 ? "" : ", \(Words.count(dead, "message")) given up")
        webhooks = all.sorted { ($0.disabled == nil ? 0 : 1, $0.created) < ($1.disabled == nil ? 0 : 1, $1.created) }
            .map { Self.row($0, now) }
        hasWebhooks = !webhooks.isEmpty
        addOpen = entered != nil
        fields = [
            Field(
                "url",
                "Address",
                value: entered?.value("url"),
                type: "url",
                placeholder: "https://siem.example.com/penstock",
                hint: "Only hosts that the terms name: penstock terms",
                required: true,
                wide: true,
                wrong: entered?.wrong("url"),
            ),
            Field(
                "kinds",
                "Events",
                value: entered?.value("kinds"),
                placeholder: "all, or for example stopped, breakGlassOpened, exceptionBroken",
                hint: "Names as the log has them, with commas; empty for all",
                wide: true,
                wrong: entered?.wrong("kinds"),
            ),
        ]
        tabs = [Delivery.State.dead, .pending, .delivered].map { each in
            Tab(
                href: Paths.link("/notifications", [("state", each == .dead ? nil : each.rawValue)]) + "#messages",
                label: Self.word(each),
                count: Words.grouped(messages?.counts[each] ?? 0),
                current: each == state,
            )
        }
        let addresses = Dictionary(all.map { ($0.id, Self.place($0)) }, uniquingKeysWith: { first, _ in first })
        deliveries = (messages?.shown.items ?? []).map { Self.row($0, addresses, now) }
        hasDeliveries = !deliveries.isEmpty
        quiet =
            switch state {
            case .dead: "Every message arrived, or is still being tried."
            case .pending: "Nothing is on its way."
            case .delivered: "Nothing was sent yet."
            }
        next = messages?.shown.next.map {
            Paths.link("/notifications", [("state", state.rawValue), ("cursor", $0)]) + "#messages"
        }
        jobs = page.items.map { Self.row($0, now) }
        hasJobs = !jobs.isEmpty
        jobNote =
            page.total > page.items.count
            ? "the next \(page.items.count) of \(Words.grouped(page.total))" : "soonest first"
    }

    private static func place(_ webhook: Webhook) -> String { String(webhook.url.prefix { $0 != "?" }) }

    private static func word(_ state: Delivery.State) -> String {
        switch state {
        case .dead: "Given up"
        case .pending: "On their way"
        case .delivered: "Arrived"
        }
    }

    private static func row(_ webhook: Webhook, _ now: Instant) -> WebhookRow {
        let state =
            if webhook.disabled != nil {
                Badge("switched off", tone: "info")
            } else if webhook.lastDelivered == nil {
                Badge("never reached", tone: "medium")
            } else {
                Badge("reached", tone: "good")
            }
        return WebhookRow(
            url: place(webhook),
            kinds: webhook.kinds.isEmpty ? "all events" : webhook.kinds.map { Words.of($0) }.joined(separator: ", "),
            state: state,
            reached: Moment(webhook.lastDelivered, now: now),
            added: "by \(webhook.createdBy), \(webhook.created.date)",
            path: webhook.disabled == nil ? "/webhooks/\(Percent.encode(webhook.id.text))" : nil,
        )
    }

    private static func row(_ delivery: Delivery, _ addresses: [ID<Webhook>: String], _ now: Instant) -> DeliveryRow {
        let tone =
            switch delivery.state {
            case .dead: "critical"
            case .pending: "medium"
            case .delivered: "good"
            }
        let answered = delivery.status.map { "answered \($0)" }
        return DeliveryRow(
            event: Words.of(delivery.kind),
            id: delivery.id.text,
            to: addresses[delivery.webhook] ?? delivery.webhook.text,
            at: Moment(delivery.updated, now: now),
            state: Badge(word(delivery.state).lowercased(), tone: tone),
            attempts: Words.count(delivery.attempts, "attempt"),
            answer: delivery.error ?? answered,
            resendPath: delivery.state == .dead ? "/deliveries/\(Percent.encode(delivery.id.text))/resend" : nil,
        )
    }

    private static func row(_ job: Job, _ now: Instant) -> JobRow {
        let late = now - job.due
        return JobRow(
            what: Self.word(job.kind),
            about: job.key == "all" ? nil : job.key,
            due: Moment(job.due, now: now),
            late: job.attempts > 0
                ? Badge("failed \(job.attempts) times", tone: "critical")
                : late > .minutes(5) ? Badge("late", tone: "high") : nil,
            error: job.lastError,
            last: Moment(job.lastRun, now: now),
        )
    }

    private static func word(_ kind: Job.Kind) -> String { words[kind] ?? Words.sentence(kind.rawValue) }

    /// What stands in place of an identifier that says too little.
    private static let words: [Job.Kind: String] = [
        .deliverNotification: "Send a message",
        .endBreakGlass: "Close a break-glass",
        .missEnvelope: "Ask for an envelope back",
        .checkExceptions: "Check the controls of all exceptions",
        .endException: "End an exception",
        .openReviews: "Open the reviews whose turn it is",
        .endReview: "Decide what nobody decided in a review",
        .verifyReview: "See whether what a review took away is gone",
        .reviewVendor: "Review a vendor before its contract renews",
    ]
}
