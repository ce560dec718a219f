import ControlPlane
import Domain
import Hummingbird
import Wire

struct BreakGlassRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    private static let query = [QueryParameter.one("state", BreakGlass.State.self)] + QueryParameter.page

    var all: [APIRoute] {
        let one = Paths.breakGlass + "/{id}"
        return [
            APIRoute(
                .get,
                Paths.breakGlass,
                "Emergency access, newest first.",
                query: Self.query,
                answer: .json(ListOf<BreakGlass>.self),
                handle: list,
            ),
            APIRoute(
                .post,
                Paths.breakGlass,
                "Open emergency access for a time box.",
                body: BreakGlassRequest.self,
                answer: .json(BreakGlass.self),
                status: .created,
                handle: open,
            ),
            APIRoute(
                .post,
                one + "/token",
                "A token that can use it.",
                answer: .json(TokenRecord.self),
                status: .created,
                secret: true,
                handle: token,
            ),
            APIRoute(.post, one + "/close", "Close it before its end.", answer: .json(BreakGlass.self), handle: close),
            APIRoute(
                .post,
                one + "/review",
                "Say whether it was justified.",
                body: BreakGlassReview.self,
                answer: .json(BreakGlass.self),
                handle: review,
            ),
            APIRoute(
                .get,
                Paths.envelopes,
                "Envelopes for emergencies without the server.",
                answer: .json([Envelope].self),
                handle: envelopes,
            ),
            APIRoute(
                .post,
                Paths.envelopes,
                "Seal an envelope; its file and code are answered once.",
                body: EnvelopeOrder.self,
                answer: .json(SealedEnvelopeRecord.self),
                status: .created,
                secret: true,
                handle: prepare,
            ),
            APIRoute(
                .post,
                Paths.envelopes + "/{id}/return",
                "Take an unopened envelope back.",
                answer: .json(Envelope.self),
                handle: giveBack,
            ),
            APIRoute(
                .post,
                Paths.envelopeRecords,
                "Import the record of an envelope that was opened.",
                body: EnvelopeRecordFile.self,
                answer: .json(BreakGlass.self),
                status: .created,
                handle: take,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.query)
        let page = try await control.breakGlasses(
            state: query.one("state"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page))
    }

    private func open(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: BreakGlassRequest.self)
        return try JSON.answer(try await control.breakGlass(BreakGlassOrder(body), by: caller), status: .created)
    }

    private func token(_ request: Request, _ context: APIContext) async throws -> Response {
        let issued = try await control.breakGlassToken(context.id("id"), by: context.required())
        let text = issued.token.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(
            TokenRecord(accessToken: text, expiresIn: issued.expiresIn, lease: issued.lease),
            status: .created,
        )
    }

    private func close(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.closeBreakGlass(context.id("id"), by: context.required()))
    }

    private func review(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: BreakGlassReview.self)
        return try JSON.answer(
            try await control.reviewBreakGlass(context.id("id"), body.verdict, note: body.note, by: caller)
        )
    }

    private func envelopes(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.envelopes(by: context.required()))
    }

    private func prepare(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: EnvelopeOrder.self)
        let new = try await control.prepareEnvelope(
            body.identity,
            person: body.person,
            system: body.system,
            by: caller,
        )
        let code = new.code.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(SealedEnvelopeRecord(file: new.file, code: code), status: .created)
    }

    private func giveBack(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.returnEnvelope(context.id("id"), by: context.required()))
    }

    private func take(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let file = try await JSON.body(of: request, as: EnvelopeRecordFile.self)
        return try JSON.answer(try await control.importEnvelopeRecord(file, by: caller), status: .created)
    }
}

extension BreakGlassOrder {
    init(_ body: BreakGlassRequest) {
        self.init(
            identity: body.identity,
            person: body.person,
            action: body.action,
            resource: body.resource,
            reason: body.reason,
            ticket: body.ticket,
            rollback: body.rollback,
            minutes: body.minutes,
        )
    }
}
