import ControlPlane
import Domain
import Hummingbird
import Wire

struct NotificationRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    private static let deliveryQuery =
        [QueryParameter.one("state", Delivery.State.self), QueryParameter("webhook")] + QueryParameter.page
    private static let inboxQuery = [QueryParameter("unread", .flag)] + QueryParameter.page

    var all: [APIRoute] {
        let one = Paths.webhooks + "/{id}"
        return [
            APIRoute(
                .get,
                Paths.webhooks,
                "Addresses that are told of events.",
                answer: .json([Webhook].self),
                handle: list
            ),
            APIRoute(
                .post,
                Paths.webhooks,
                "Tell an address of events; answers its signing secret once.",
                body: WebhookOrder.self,
                answer: .json(WebhookRecord.self),
                status: .created,
                secret: true,
                handle: add,
            ),
            APIRoute(.delete, one, "Switch a webhook off for good.", answer: .json(Webhook.self), handle: remove),
            APIRoute(
                .post,
                one + "/test",
                "Send it an event that says nothing.",
                answer: .json(Webhook.self),
                handle: test
            ),
            APIRoute(
                .get,
                Paths.deliveries,
                "What was sent to webhooks, is on its way, or was given up; newest first.",
                query: Self.deliveryQuery,
                answer: .json(ListOf<Delivery>.self),
                handle: deliveries,
            ),
            APIRoute(
                .post,
                Paths.deliveries + "/{id}/resend",
                "Send what was given up once more.",
                answer: .json(Delivery.self),
                handle: resend,
            ),
            APIRoute(
                .get,
                Paths.inbox,
                "What you were told, newest first.",
                query: Self.inboxQuery,
                answer: .json(ListOf<InboxEntry>.self),
                handle: inbox,
            ),
            APIRoute(
                .post,
                Paths.inbox + "/read",
                "Mark all as read.",
                answer: .json(CountRecord.self),
                handle: readAll
            ),
            APIRoute(
                .post,
                Paths.inbox + "/{id}/read",
                "Mark one as read.",
                answer: .json(CountRecord.self),
                handle: read,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.webhooks(by: context.required()))
    }

    private func add(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: WebhookOrder.self)
        let new = try await control.addWebhook(body.url, kinds: Set(body.kinds ?? []), by: caller)
        let secret = new.secret.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(WebhookRecord(webhook: new.webhook, secret: secret), status: .created)
    }

    private func remove(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.removeWebhook(context.id("id"), by: context.required()))
    }

    private func test(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.testWebhook(context.id("id"), by: context.required()))
    }

    private func deliveries(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.deliveryQuery)
        let page = try await control.deliveries(
            state: query.one("state"),
            to: query.id("webhook"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page))
    }

    private func resend(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.resend(context.id("id"), by: context.required()))
    }

    private func inbox(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.inboxQuery)
        let page = try await control.inbox(
            unreadOnly: query.flag("unread"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page))
    }

    private func readAll(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(CountRecord(try await control.markRead(nil, by: context.required())))
    }

    private func read(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(CountRecord(try await control.markRead(context.id("id"), by: context.required())))
    }
}

extension APIContext {
    /// A parameter of the path that is an id.
    func id<Owner: Identifiable>(_ name: String) throws -> ID<Owner> {
        let text = try parameter(name)
        guard let id = ID<Owner>(text) else {
            throw APIProblem.invalid(
                "`\(text.prefix(80))` is no id",
                field: name,
                why: "has the form \(Owner.idPrefix)_…"
            )
        }
        return id
    }
}
