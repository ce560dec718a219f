import ControlPlane
import Domain
import HTTPTypes
import Hummingbird
import Logging

extension Console {
    func page(_ template: String, _ model: some Sendable, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: templates.render(template, model))),
        )
    }

    func redirect(_ path: String, cookie: String? = nil) -> Response {
        var headers: HTTPFields = [.location: path]
        if let cookie { headers[.setCookie] = cookie }
        return Response(status: .seeOther, headers: headers)
    }

    func frame(_ place: Frame.Place?, _ visit: Visit, notice: Notice? = nil) -> Frame {
        Frame(
            place: place,
            user: visit.session?.user,
            csrf: visit.csrf,
            assets: assets.path,
            version: version,
            notice: notice,
        )
    }

    /// The page that says why something could not be done.
    func problem(_ error: any Error, _ visit: Visit, logger: Logger) -> Response {
        guard let failure = error as? Failure else {
            if let error = error as? HTTPError { return problem(error.status, visit) }
            logger.error("a page failed", metadata: ["path": "\(visit.path)", "error": "\(error)"])
            return problem(.internalServerError, visit)
        }
        if failure.code == .unauthenticated, visit.session == nil { return redirect(Paths.signIn) }
        let points = failure.fields.map { "\($0.field): \($0.why)" } + (failure.decision.map { [$0.reason] } ?? [])
        return page(
            "problem",
            ProblemPage(
                frame: frame(nil, visit),
                status: "\(failure.status.code) \(failure.status.reasonPhrase)",
                heading: failure.heading,
                message: Prose(Self.sentence(failure.message)),
                points: points.map { Prose($0) },
                hasPoints: !points.isEmpty,
                remedy: Prose(failure.remedy ?? failure.decision?.fix),
                backHref: "/",
                backLabel: "To the overview",
            ),
            status: failure.status,
        )
    }

    func problem(_ status: HTTPResponse.Status, _ visit: Visit) -> Response {
        let message =
            switch status {
            case .notFound: "There is no such page."
            case .contentTooLarge: "What was sent is too large."
            default: "The server could not do it. Its log says why."
            }
        return page(
            "problem",
            ProblemPage(
                frame: frame(nil, visit),
                status: "\(status.code) \(status.reasonPhrase)",
                heading: status == .notFound ? "Not found" : "That did not work",
                message: Prose(message),
                points: [],
                hasPoints: false,
                backHref: "/",
                backLabel: "To the overview",
            ),
            status: status,
        )
    }

    /// The notice on top of a page whose form was refused.
    static func notice(_ failure: Failure) -> Notice {
        Notice(
            good: false,
            sentence(failure.message),
            text: failure.decision?.reason,
            points: failure.fields.map { "\(Words.sentence($0.field)): \($0.why)" },
            advice: failure.remedy ?? failure.decision?.fix,
        )
    }

    static func sentence(_ message: String) -> String {
        message.prefix(1).uppercased() + message.dropFirst()
    }
}

extension Failure {
    /// Failures that a person can mend in the form they sent.
    var isMendable: Bool {
        switch code {
        case .invalid, .missingFields, .conflict, .notFound: true
        case .forbidden, .unauthenticated, .unavailable: false
        }
    }

    var status: HTTPResponse.Status {
        switch code {
        case .invalid, .missingFields: .unprocessableContent
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .unauthenticated: .unauthorized
        case .unavailable: .serviceUnavailable
        }
    }

    var heading: String {
        switch code {
        case .invalid: "That cannot be read"
        case .missingFields: "Something is missing"
        case .notFound: "Not found"
        case .forbidden: "Not allowed"
        case .conflict: "That does not fit what is there"
        case .unauthenticated: "Not signed in"
        case .unavailable: "Not available just now"
        }
    }
}

/// Answers every path that no route answers with an error page, where a browser asks.
struct UnknownPages<Context: RequestContext>: RouterMiddleware {
    let console: Console

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response,
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where request.headers[.accept]?.contains("text/html") ?? false {
            let visit = Visit(
                path: request.uri.path,
                parameters: context.parameters,
                query: FormData(nil),
                form: FormData(nil),
                formToken: "",
                now: console.controlPlane.now(),
            )
            return console.protected(console.problem(error.status, visit))
        }
    }
}
