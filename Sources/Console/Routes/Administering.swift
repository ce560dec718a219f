import ControlPlane
import Domain
import Hummingbird

/// The forms for systems, people and the log.
extension Console {
    func putSystem(_ visit: Visit) async throws -> Response {
        do {
            _ = try await controlPlane.putSystem(try Self.system(visit.form), by: try visit.caller())
            return redirect("/systems?done=saved")
        } catch let failure as Failure where failure.isMendable {
            let refused = Refused(form: .system, typed: visit.form, failure: failure)
            return try await systemsPage(visit, notice: Self.notice(failure), entered: refused)
        }
    }

    func sealCredential(_ visit: Visit) async throws -> Response {
        guard let value = visit.form.first("value"), !value.isEmpty else { throw wrong("value", "is empty") }
        let system = try visit.parameter("name")
        try await controlPlane.sealCredential(system: system, value: Secret(value), by: try visit.caller())
        return redirect("/systems?done=sealed")
    }

    func putPerson(_ visit: Visit) async throws -> Response {
        do {
            let form = visit.form
            guard let email = form.text("email"), email.contains("@") else { throw wrong("email", "is no address") }
            guard let name = form.text("name") else { throw wrong("name", "is missing") }
            let person = NewUser(
                email: email,
                name: name,
                team: form.text("team"),
                status: form.choice("status") ?? .active,
                roles: Set(form.all("role").compactMap { Role(rawValue: $0) }),
            )
            _ = try await controlPlane.putUser(person, by: try visit.caller())
            return redirect("/people?done=saved")
        } catch let failure as Failure where failure.isMendable {
            let refused = Refused(form: .person, typed: visit.form, failure: failure)
            return try await peoplePage(visit, notice: Self.notice(failure), entered: refused)
        }
    }

    /// Makes a one-time link; it is on the page that answers, and nowhere else.
    func makeLink(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let id = try visit.parameter("id")
        guard let user = try await controlPlane.users(by: caller).first(where: { $0.id.text == id }) else {
            throw Failure(.notFound, "there is no such person")
        }
        let token = try await controlPlane.oneTimeLink(for: user.email, by: caller)
        let link = token.withBytes { String(decoding: $0, as: UTF8.self) }
        let notice = Notice(
            good: true,
            "Sign-in link for \(user.name)",
            text: "It works once, and for a short time. Hand it over by a channel that only they read.",
            once: "\(controlPlane.settings.issuer)\(Paths.signIn)?link=\(Percent.encode(link))",
        )
        return try await peoplePage(visit, notice: notice)
    }

    /// Recomputes the whole log and says what came of it.
    func verifyLog(_ visit: Visit) async throws -> Response {
        let report = try await controlPlane.logVerification(by: try visit.caller())
        if report.problems.isEmpty {
            let entries = Words.count(report.entries, "entry", "entries")
            let signed =
                report.sealed == report.entries ? "all of them signed for" : "\(report.sealed) of them signed for"
            let notice = Notice(
                good: true,
                "The log is whole",
                text:
                    "\(entries) recomputed, \(signed); the tree and \(Words.count(report.checkpoints, "checkpoint")) agree.",
            )
            return try await logPage(visit, notice: notice, verified: Badge("verified just now", tone: "good"))
        }
        let notice = Notice(
            good: false,
            "The log was changed",
            points: Array(report.problems.prefix(10)),
            advice: "keep this server as it is and compare with a checkpoint kept elsewhere",
        )
        return try await logPage(visit, notice: notice, verified: Badge("does not verify", tone: "critical"))
    }

    private static func system(_ form: FormData) throws -> System {
        guard let name = form.text("name"), System.isName(name) else {
            throw wrong("name", "is made of a–z, 0–9 and -, at most 63 of them")
        }
        guard let title = form.text("title") else { throw wrong("title", "is missing") }
        guard let environment = form.text("environment") else { throw wrong("environment", "is missing") }
        let injection: System.Injection
        switch form.text("injection") {
        case "bearer": injection = .bearer
        case "basic": injection = .basic
        case "none", nil: injection = .none
        case "header":
            guard let header = form.text("header") else { throw wrong("header", "names the header") }
            injection = .header(header)
        default: throw wrong("injection", "is bearer, basic, header or none")
        }
        return System(
            name: name,
            title: title,
            environment: environment,
            function: form.text("function"),
            vendor: form.text("vendor"),
            dataClasses: form.list("dataClasses"),
            upstream: form.text("upstream"),
            injection: injection,
            adminPaths: form.list("adminPaths"),
        )
    }
}
