import ControlPlane
import Domain
import Hummingbird
import Wire

struct ReviewRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    private static let listQuery = [QueryParameter("open", .flag)] + QueryParameter.page
    private static let itemQuery =
        [QueryParameter("review"), .one("state", ReviewItem.State.self), QueryParameter("mine", .flag)]
        + QueryParameter.page

    var all: [APIRoute] {
        let item = Paths.reviewItems + "/{id}"
        return [
            APIRoute(
                .get,
                Paths.reviews,
                "Reviews, newest first.",
                query: Self.listQuery,
                answer: .json(ListOf<ReviewRecord>.self),
                handle: list,
            ),
            APIRoute(
                .post,
                Paths.reviews,
                "Open a review of integrations, or of people's roles.",
                body: ReviewOrder.self,
                answer: .json(ReviewCampaign.self),
                status: .created,
                handle: open,
            ),
            APIRoute(
                .get,
                Paths.reviews + "/{id}",
                "One review with its quality.",
                answer: .json(ReviewRecord.self),
                handle: show,
            ),
            APIRoute(
                .get,
                Paths.reviewItems,
                "Items of reviews, by name.",
                query: Self.itemQuery,
                answer: .json(ListOf<ReviewItem>.self),
                handle: items,
            ),
            APIRoute(
                .get,
                item,
                "One item with its evidence and what changed since the last review.",
                answer: .json(ReviewItemRecord.self),
                handle: showItem,
            ),
            APIRoute(
                .post,
                item + "/decision",
                "Decide an item; carried out in the same transaction.",
                body: ReviewDecision.self,
                answer: .json(ReviewItem.self),
                handle: decide,
            ),
            APIRoute(
                .put,
                item + "/reviewer",
                "Name who decides an item.",
                body: ReviewerOrder.self,
                answer: .json(ReviewItem.self),
                handle: assign,
            ),
            APIRoute(
                .post,
                Paths.events,
                "Tell of something outside that makes a review necessary: a release, a tenant, an exposure.",
                body: OutsideEvent.self,
                answer: .json(OutsideEventRecord.self),
                status: .created,
                handle: event,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.listQuery)
        let page = try await control.reviews(
            openOnly: query.flag("open"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page.map { ReviewRecord(review: $0.campaign, quality: $0.quality) }))
    }

    private func open(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReviewOrder.self)
        let campaign =
            body.kind == .roles
            ? try await control.openRoleReview(body.title, by: caller)
            : try await control.openReview(body.title, of: body.identities ?? [], by: caller)
        return try JSON.answer(campaign, status: .created)
    }

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let summary = try await control.review(context.id("id"), by: context.required())
        return try JSON.answer(ReviewRecord(review: summary.campaign, quality: summary.quality))
    }

    private func items(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.itemQuery)
        let page = try await control.reviewItems(
            of: query.id("review"),
            state: query.one("state"),
            mine: query.flag("mine"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page))
    }

    private func showItem(_ request: Request, _ context: APIContext) async throws -> Response {
        let detail = try await control.reviewItem(context.id("id"), by: context.required())
        return try JSON.answer(
            ReviewItemRecord(
                item: detail.item,
                reviewer: detail.reviewerEmail,
                events: detail.events.map { LogLine(index: $0.index, event: $0.event) },
            )
        )
    }

    private func decide(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReviewDecision.self)
        return try JSON.answer(
            try await control.decideReview(context.id("id"), body.outcome, note: body.note, by: caller)
        )
    }

    private func assign(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReviewerOrder.self)
        return try JSON.answer(try await control.assignReviewer(context.id("id"), to: body.reviewer, by: caller))
    }

    private func event(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: OutsideEvent.self)
        let review = try await control.takeOutsideEvent(body, by: caller)
        return try JSON.answer(OutsideEventRecord(review: review), status: .created)
    }
}
