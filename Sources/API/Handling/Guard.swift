import ControlPlane
import Domain
import Hummingbird
import Logging
import Wire

/// Turns what routes throw into problem details; what nobody expected goes to the server's log.
struct ProblemMiddleware: RouterMiddleware {
    @concurrent
    func handle(
        _ request: Request,
        context: APIContext,
        next: @concurrent (Request, APIContext) async throws -> Response,
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = APIProblem(error)
            if problem.problem.status >= 500 {
                context.logger.error("\(request.method) \(request.uri.path): \(error)")
            }
            return problem.response()
        }
    }
}

/// Recognises who asks: the local operator's or a person's bearer token, or an access token of a machine.
///
/// A session cookie is not accepted here: a page of another site could make a browser send it.
struct RecognitionMiddleware: RouterMiddleware {
    let control: ControlPlane
    let operatorName: String

    @concurrent
    func handle(
        _ request: Request,
        context: APIContext,
        next: @concurrent (Request, APIContext) async throws -> Response,
    ) async throws -> Response {
        var context = context
        if let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") {
            let token = Secret(String(header.dropFirst("bearer ".count)))
            if let caller = control.localOperator(token: token, name: operatorName) {
                context.caller = caller
            } else if let session = try await control.session(token) {
                context.caller = .user(session.user)
            } else {
                context.caller = control.identity(token: token)
            }
        }
        return try await next(request, context)
    }
}

/// Answers a path of the API that there is not with problem details; leaves the paths of pages to others.
struct UnknownRouteMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: APIContext,
        next: @concurrent (Request, APIContext) async throws -> Response,
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where Self.isOurs(request.uri.path) {
            let known = error.status == .notFound
            return APIProblem(
                problem: Problem(
                    kind: known ? "noSuchRoute" : "http",
                    title: error.status.reasonPhrase,
                    status: Int(error.status.code),
                    detail: "nothing answers \(request.method) \(request.uri.path.prefix(200))",
                    remedy: known ? "\(Paths.description) lists what does" : nil,
                )
            ).response()
        }
    }

    private static func isOurs(_ path: String) -> Bool {
        ["/api/", "/oauth/", "/.well-known/"].contains { path.hasPrefix($0) }
    }
}
