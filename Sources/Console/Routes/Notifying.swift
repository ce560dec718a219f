import ControlPlane
import Domain
import Hummingbird

/// Webhooks, what they were sent, and what is due.
extension Console {
    func notifications(_ visit: Visit) async throws -> Response {
        let ran = visit.query.text("ran").map { Notice(good: true, "\($0) done", text: "What was due is done.") }
        let done = visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) }
        return try await notificationsPage(visit, notice: ran ?? done)
    }

    private func notificationsPage(_ visit: Visit, notice: Notice?, entered: Refused? = nil) async throws -> Response {
        let caller = try visit.caller()
        let state: Delivery.State = visit.query.choice("state") ?? .dead
        let model = NotificationsPage(
            try await messages(state, cursor: visit.query.text("cursor"), by: caller),
            state: state,
            jobs: try await controlPlane.schedule(kinds: [], page: PageRequest(limit: 25), by: caller),
            frame: frame(.notifications, visit, notice: notice),
            entered: entered,
            now: visit.now,
        )
        return page("notifications", model, status: entered?.failure.status ?? .ok)
    }

    /// nil for whoever may not see who is told.
    private func messages(
        _ state: Delivery.State,
        cursor: String?,
        by caller: Caller,
    ) async throws -> NotificationsPage.Messages? {
        do {
            let webhooks = try await controlPlane.webhooks(by: caller)
            var counts: [Delivery.State: Int] = [:]
            for each in Delivery.State.allCases {
                let first = PageRequest(limit: 1)
                counts[each] = try await controlPlane.deliveries(state: each, to: nil, page: first, by: caller).total
            }
            let page = PageRequest(limit: 25, cursor: cursor)
            let shown = try await controlPlane.deliveries(state: state, to: nil, page: page, by: caller)
            return NotificationsPage.Messages(webhooks: webhooks, counts: counts, shown: shown)
        } catch let failure as Failure where failure.code == .forbidden {
            return nil
        }
    }

    /// Adds a webhook; its signing secret is on the page that answers, and nowhere else.
    func addWebhook(_ visit: Visit) async throws -> Response {
        do {
            guard let url = visit.form.text("url") else { throw wrong("url", "is missing") }
            let kinds = try visit.form.list("kinds").map { name in
                guard let kind = Event.Kind(rawValue: name) else { throw wrong("kinds", "has `\(name)`, no event") }
                return kind
            }
            let new = try await controlPlane.addWebhook(url, kinds: Set(kinds), by: try visit.caller())
            let notice = Notice(
                good: true,
                "It is told from now on",
                text: "Its receiver checks each message with this secret, which is shown this once.",
                once: new.secret.withBytes { String(decoding: $0, as: UTF8.self) },
            )
            return try await notificationsPage(visit, notice: notice)
        } catch let failure as Failure where failure.isMendable {
            let refused = Refused(form: .webhook, typed: visit.form, failure: failure)
            return try await notificationsPage(visit, notice: Self.notice(failure), entered: refused)
        }
    }

    func testWebhook(_ visit: Visit) async throws -> Response {
        _ = try await controlPlane.testWebhook(try visit.id("id"), by: try visit.caller())
        return redirect("/notifications?state=pending&done=sent#messages")
    }

    func removeWebhook(_ visit: Visit) async throws -> Response {
        _ = try await controlPlane.removeWebhook(try visit.id("id"), by: try visit.caller())
        return redirect("/notifications?done=saved")
    }

    func resend(_ visit: Visit) async throws -> Response {
        _ = try await controlPlane.resend(try visit.id("id"), by: try visit.caller())
        return redirect("/notifications?state=pending&done=sent#messages")
    }

    func runSchedule(_ visit: Visit) async throws -> Response {
        let count = try await controlPlane.runSchedule(by: try visit.caller())
        return redirect(Paths.link("/notifications", [("ran", String(count))]))
    }
}
