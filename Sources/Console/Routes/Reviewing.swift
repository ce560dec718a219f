import ControlPlane
import Domain
import Hummingbird

/// Reviews and the inbox.
extension Console {
    func reviews(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let reviews = try await controlPlane.reviews(openOnly: false, page: PageRequest(limit: 12), by: caller)
        let review = visit.query.text("review").flatMap { ID<ReviewCampaign>($0) }
        let items = try await controlPlane.reviewItems(
            of: review,
            state: review == nil ? .open : nil,
            mine: false,
            page: PageRequest(limit: 50, cursor: visit.query.text("cursor")),
            by: caller,
        )
        let done = visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) }
        let model = ReviewsPage(
            reviews,
            items: items,
            review: review,
            frame: frame(.reviews, visit, notice: done),
            now: visit.now,
        )
        return page("reviews", model)
    }

    func decideReview(_ visit: Visit) async throws -> Response {
        guard let id = ID<ReviewItem>(try visit.parameter("id")) else {
            throw Failure(.notFound, "there is no such review item")
        }
        guard let outcome: ReviewItem.Outcome = visit.form.choice("outcome") else {
            throw Failure(.invalid, "say what is decided", fields: [MissingField("outcome", why: "one of the list")])
        }
        let item = try await controlPlane.decideReview(
            id,
            outcome,
            note: visit.form.text("note"),
            by: try visit.caller(),
        )
        return redirect(Paths.link("/reviews", [("review", item.campaign.text), ("done", "saved")]))
    }

    func confirmStep(_ visit: Visit) async throws -> Response {
        let revocation = try await controlPlane.confirmStep(
            Int(try visit.parameter("step")) ?? 0,
            of: try visit.parameter("id"),
            evidence: visit.form.text("evidence") ?? "",
            by: try visit.caller(),
        )
        return redirect(Paths.identity(revocation.identity.text) + "#\(revocation.id.text)")
    }

    func inbox(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let entries = try await controlPlane.inbox(
            unreadOnly: false,
            page: PageRequest(limit: 50, cursor: visit.query.text("cursor")),
            by: caller,
        )
        let unread = try await controlPlane.unreadNotices(by: caller)
        return page("inbox", InboxPage(entries, unread: unread, frame: frame(.inbox, visit), now: visit.now))
    }

    func readInbox(_ visit: Visit) async throws -> Response {
        try await controlPlane.markRead(nil, by: try visit.caller())
        return redirect("/inbox")
    }
}
