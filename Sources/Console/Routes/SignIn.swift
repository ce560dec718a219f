import ControlPlane
import Domain
import Hummingbird

extension Console {
    /// The shortest passphrase that the form lets through; the control plane has the last word.
    static let shortestPassphrase = 12

    func signInPage(_ visit: Visit) async throws -> Response {
        if visit.session != nil { return redirect("/") }
        if let link = visit.query.text("link") { return passphraseForm(visit, link: link) }
        return signInForm(visit, email: "")
    }

    func signIn(_ visit: Visit) async throws -> Response {
        let email = visit.form.text("email") ?? ""
        do {
            let session = try await controlPlane.signIn(
                email: email,
                passphrase: Secret(visit.form.first("passphrase") ?? ""),
                remote: visit.remote,
            )
            return redirect(Self.safe(visit.form.text("next")), cookie: cookies.session(session.token))
        } catch let failure as Failure {
            return signInForm(visit, email: email, failure)
        }
    }

    /// Takes a one-time link and sets the passphrase chosen with it.
    func redeemLink(_ visit: Visit) async throws -> Response {
        guard let link = visit.form.text("link") else { return redirect(Paths.signIn) }
        if let wrong = Self.wrong(visit.form) { return passphraseForm(visit, link: link, notice: wrong) }
        let session: StartedSession
        do {
            session = try await controlPlane.redeemLink(Secret(link))
        } catch let failure as Failure {
            return signInForm(visit, email: "", failure)
        }
        do {
            try await controlPlane.choosePassphrase(
                Secret(visit.form.first("passphrase") ?? ""),
                session: session.token
            )
        } catch is Failure {
            // The link is spent, but the session has begun: its own page asks again and says what is wrong.
            return redirect(Paths.passphrase, cookie: cookies.session(session.token))
        }
        return redirect("/", cookie: cookies.session(session.token))
    }

    func passphrasePage(_ visit: Visit) async throws -> Response {
        guard visit.session != nil else { return redirect(Paths.signIn) }
        return passphraseForm(visit, link: nil)
    }

    func choosePassphrase(_ visit: Visit) async throws -> Response {
        guard let token = visit.token, visit.session != nil else { return redirect(Paths.signIn) }
        if let wrong = Self.wrong(visit.form) { return passphraseForm(visit, link: nil, notice: wrong) }
        do {
            try await controlPlane.choosePassphrase(Secret(visit.form.first("passphrase") ?? ""), session: token)
        } catch let failure as Failure {
            return passphraseForm(visit, link: nil, notice: Self.notice(failure))
        }
        return redirect("/")
    }

    func signOut(_ visit: Visit) async throws -> Response {
        if let token = visit.token { try await controlPlane.signOut(token) }
        return redirect(Paths.signIn, cookie: cookies.noSession)
    }

    private func signInForm(_ visit: Visit, email: String, _ failure: Failure? = nil) -> Response {
        let visit = withFormToken(visit)
        let model = SignInPage(
            frame: frame(nil, visit, notice: failure.map(Self.notice)),
            email: email,
            next: visit.query.text("next") ?? visit.form.text("next"),
        )
        return tied(page("sign-in", model, status: failure == nil ? .ok : .unauthorized), visit)
    }

    private func passphraseForm(_ visit: Visit, link: String?, notice: Notice? = nil) -> Response {
        let visit = withFormToken(visit)
        let model = PassphrasePage(
            frame: frame(nil, visit, notice: notice),
            lead: link == nil
                ? "You sign in with it from now on."
                : "This link signs you in once. You sign in with the passphrase from now on.",
            action: link == nil ? Paths.passphrase : "/sign-in/link",
            link: link,
            email: visit.session?.user.email ?? "",
            minimum: String(Self.shortestPassphrase),
        )
        return tied(page("choose-passphrase", model, status: notice == nil ? .ok : .unprocessableContent), visit)
    }

    private func withFormToken(_ visit: Visit) -> Visit {
        guard visit.session == nil, visit.formToken.isEmpty else { return visit }
        var tied = visit
        tied.formToken = Cookies.newFormToken()
        return tied
    }

    /// The response with the cookie that its form is checked against.
    private func tied(_ response: Response, _ visit: Visit) -> Response {
        guard visit.session == nil else { return response }
        var response = response
        response.headers[.setCookie] = cookies.form(visit.formToken)
        return response
    }

    private static func wrong(_ form: FormData) -> Notice? {
        let first = form.first("passphrase") ?? ""
        if first != form.first("again") { return Notice(good: false, "The two are not the same") }
        if first.count < shortestPassphrase {
            return Notice(good: false, "Too short", text: "At least \(shortestPassphrase) characters are needed.")
        }
        return nil
    }

    /// A path of ours; anything that could lead elsewhere becomes the overview.
    static func safe(_ next: String?) -> String {
        guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"),
            next.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return "/" }
        return next
    }
}
