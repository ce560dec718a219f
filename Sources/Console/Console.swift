package import ControlPlane
import Domain
import HTTPTypes
package import Hummingbird

/// The web pages: what people see and do with a browser.
package struct Console: Sendable {
    let controlPlane: ControlPlane
    let version: String
    let cookies: Cookies
    let templates: Templates
    let assets = Assets()

    /// A form larger than this is refused.
    static let largestForm = 256 * 1024

    /// `version` stands at the foot of each page; `secure` says that browsers come over https, so that cookies are
    /// `Secure`.
    ///
    /// - Throws: What the parser says of a template that cannot be read; a mistake of ours.
    package init(_ controlPlane: ControlPlane, version: String, secure: Bool) throws {
        self.controlPlane = controlPlane
        self.version = version
        cookies = Cookies(secure: secure)
        templates = try Templates()
    }

    /// Adds the pages, and an error page for every path that nothing else answers; call it after all other routes.
    package func addRoutes<Context: RequestContext>(to router: Router<Context>) {
        router.get("/assets/:hash/:name") { _, context in
            guard let name = context.parameters.get("name"), let file = assets.response(name) else {
                throw HTTPError(.notFound)
            }
            return protected(file)
        }
        for (path, handle) in openPages { add(path, .get, to: router, session: .optional, handle) }
        for (path, handle) in openForms { add(path, .post, to: router, session: .optional, handle) }
        for (path, handle) in pages { add(path, .get, to: router, session: .required, handle) }
        for (path, handle) in forms { add(path, .post, to: router, session: .required, handle) }
        router.add(middleware: UnknownPages(console: self))
    }

    typealias Handle = @Sendable (Visit) async throws -> Response

    private enum Need: Sendable {
        case optional, required
    }

    private var openPages: [(RouterPath, Handle)] {
        [("/sign-in", signInPage), ("/passphrase", passphrasePage)]
    }

    private var openForms: [(RouterPath, Handle)] {
        [
            ("/sign-in", signIn), ("/sign-in/link", redeemLink), ("/passphrase", choosePassphrase),
            ("/sign-out", signOut),
        ]
    }

    private var pages: [(RouterPath, Handle)] {
        [
            ("/", overview), ("/identities", identities), ("/identities/:id", identity),
            ("/identities/:id/stop", stopPage), ("/findings", findings), ("/log", log), ("/sources", sources),
            ("/systems", systems),
            ("/people", people), ("/requests", requests), ("/requests/:id", request),
            ("/reviews", reviews), ("/inbox", inbox),
            ("/vendors", vendors), ("/vendors/:name/stop", vendorStopPage), ("/notifications", notifications),
            ("/exceptions", exceptions), ("/exceptions/new", exceptionForm), ("/exceptions/:id", exception),
            ("/break-glass", breakGlass), ("/policies", policies), ("/policies/:version", policy),
        ]
    }

    private var forms: [(RouterPath, Handle)] {
        [
            ("/identities/:id/register", register), ("/identities/:id/grants", grant),
            ("/identities/:id/clients", addClient), ("/identities/:id/stop", stop), ("/identities/:id/resume", resume),
            ("/grants/:id/revoke", revokeGrant), ("/log/verify", verifyLog), ("/systems", putSystem),
            ("/systems/:name/credential", sealCredential), ("/people", putPerson), ("/people/:id/link", makeLink),
            ("/requests/:id/decision", decideRequest), ("/requests/:id/withdraw", withdrawRequest),
            ("/review-items/:id", decideReview), ("/inbox/read", readInbox),
            ("/revocations/:id/steps/:step", confirmStep),
            ("/vendors", putVendor), ("/vendors/:name/stop", stopVendor), ("/webhooks", addWebhook),
            ("/webhooks/:id/test", testWebhook), ("/webhooks/:id/off", removeWebhook),
            ("/deliveries/:id/resend", resend), ("/schedule/run", runSchedule),
            ("/exceptions", proposeException), ("/exceptions/:id/accept", acceptException),
            ("/exceptions/:id/end", endException), ("/break-glass", openBreakGlass),
            ("/break-glass/:id/token", breakGlassToken), ("/break-glass/:id/close", closeBreakGlass),
            ("/break-glass/:id/review", reviewBreakGlass), ("/policies/:version/decision", decidePolicy),
            ("/policies/:version/live", putPolicyLive), ("/identities/:id/renew", renew),
            ("/identities/:id/level", setLevel), ("/levels", setLevelOfAll), ("/identities/:id/right-size", rightSize),
        ]
    }

    private func add<Context: RequestContext>(
        _ path: RouterPath,
        _ method: HTTPRequest.Method,
        to router: Router<Context>,
        session need: Need,
        _ handle: @escaping Handle,
    ) {
        router.on(path, method: method) { request, context -> Response in
            let remote = (context as? any RemoteAddressRequestContext)?.remoteAddress?.ipAddress
            var visit = begin(request, parameters: context.parameters, remote: remote)
            do {
                visit.session = try await visit.token.asyncFlatMap { try await controlPlane.session($0) }
                if need == .required, let elsewhere = detour(visit, request) { return protected(elsewhere) }
                if method == .post {
                    visit.form = try await Self.form(of: request)
                    try visit.checkForm()
                }
                return protected(try await handle(visit))
            } catch {
                return protected(problem(error, visit, logger: context.logger))
            }
        }
    }

    /// Where somebody is sent who cannot be shown a page yet.
    private func detour(_ visit: Visit, _ request: Request) -> Response? {
        guard let session = visit.session else {
            let next = request.method == .get && visit.path != "/" ? request.uri.string : nil
            return redirect(Paths.link(Paths.signIn, [("next", next)]))
        }
        return session.mustChoosePassphrase ? redirect(Paths.passphrase) : nil
    }

    private func begin(_ request: Request, parameters: Parameters, remote: String?) -> Visit {
        Visit(
            path: request.uri.path,
            parameters: parameters,
            query: FormData(request.uri.query),
            form: FormData(nil),
            token: Cookies.value(cookies.sessionName, of: request).map { Secret($0) },
            formToken: Cookies.value(cookies.formName, of: request) ?? "",
            remote: remote,
            now: controlPlane.now(),
        )
    }

    private static func form(of request: Request) async throws -> FormData {
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.lowercased() == "application/x-www-form-urlencoded" else {
            throw Failure(.invalid, "the body is no form", remedy: "send application/x-www-form-urlencoded")
        }
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name],
            site != "same-origin", site != "none"
        {
            throw Failure(
                .forbidden,
                "the form was sent from another site",
                remedy: "open the page here and send it again"
            )
        }
        do {
            let body = try await request.body.collect(upTo: largestForm)
            return FormData(body.readableBytesView)
        } catch {
            throw HTTPError(.contentTooLarge)
        }
    }

    func protected(_ response: Response) -> Response {
        var response = response
        SecurityHeaders.add(to: &response.headers)
        return response
    }
}

extension Optional {
    fileprivate func asyncFlatMap<Result>(_ transform: (Wrapped) async throws -> Result?) async throws -> Result? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
