import ControlPlane
import Domain
import HTTPTypes
import Hummingbird

/// The pages and forms of accepted risks.
extension Console {
    func exceptions(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let state: RiskException.State? = visit.query.choice("state")
        let found = try await controlPlane.exceptions(
            state: state,
            page: PageRequest(limit: 50, cursor: visit.query.text("cursor")),
            by: caller,
        )
        let model = ExceptionsPage(
            found,
            state: state,
            names: await people(caller),
            frame: frame(.exceptions, visit),
            now: visit.now,
        )
        return page("exceptions", model)
    }

    func exception(_ visit: Visit) async throws -> Response {
        try await exceptionPage(visit, notice: visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) })
    }

    private func exceptionPage(
        _ visit: Visit,
        notice: Notice?,
        status: HTTPResponse.Status = .ok,
    ) async throws -> Response {
        let caller = try visit.caller()
        let exception = try await controlPlane.exception(try visit.id("id"), by: caller)
        var identities: [Identity] = []
        for id in exception.identities.prefix(20) {
            if let detail = try? await controlPlane.identity(id.text, by: caller) { identities.append(detail.identity) }
        }
        let model = ExceptionPage(
            exception,
            identities: identities,
            names: await people(caller),
            frame: frame(.exceptions, visit, notice: notice),
            now: visit.now,
        )
        return page("exception", model, status: status)
    }

    func exceptionForm(_ visit: Visit) async throws -> Response {
        try await exceptionForm(visit, finding: visit.query.text("finding") ?? "", entered: nil)
    }

    private func exceptionForm(_ visit: Visit, finding id: String, entered: Refused?) async throws -> Response {
        let caller = try visit.caller()
        let all = try await controlPlane.findings(FindingFilter(), by: caller)
        guard let finding = all.first(where: { $0.id == id }) else {
            throw Failure(.notFound, "there is no such finding any more", remedy: "see the list of findings")
        }
        let model = ExceptionFormPage(
            finding,
            terms: try await controlPlane.terms(by: caller).exceptions,
            people: (try? await controlPlane.users(by: caller))?.filter { $0.status == .active }.map(\.email) ?? [],
            viewer: visit.session?.user,
            frame: frame(.exceptions, visit, notice: entered.map { Self.notice($0.failure) }),
            entered: entered,
            now: visit.now,
        )
        return page("exception-form", model, status: entered?.failure.status ?? .ok)
    }

    func proposeException(_ visit: Visit) async throws -> Response {
        let finding = visit.form.text("finding") ?? ""
        do {
            let order = try ExceptionOrder(visit.form, finding: finding)
            let proposed = try await controlPlane.proposeException(order, by: try visit.caller())
            return redirect(Paths.exception(proposed.id) + "?done=saved")
        } catch let failure as Failure where failure.isMendable {
            let refused = Refused(form: .exception, typed: visit.form, failure: failure)
            return try await exceptionForm(visit, finding: finding, entered: refused)
        }
    }

    func acceptException(_ visit: Visit) async throws -> Response {
        let id: ID<RiskException> = try visit.id("id")
        return try await mended(visit) {
            _ = try await controlPlane.acceptException(id, by: try visit.caller())
            return redirect(Paths.exception(id) + "?done=saved")
        }
    }

    func endException(_ visit: Visit) async throws -> Response {
        let id: ID<RiskException> = try visit.id("id")
        return try await mended(visit) {
            let reason = visit.form.text("reason") ?? ""
            _ = try await controlPlane.endException(id, reason: reason, by: try visit.caller())
            return redirect(Paths.exception(id) + "?done=saved")
        }
    }

    private func mended(_ visit: Visit, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let failure as Failure where failure.isMendable || failure.code == .forbidden {
            return try await exceptionPage(visit, notice: Self.notice(failure), status: failure.status)
        }
    }

    /// People's names by their ids; none for whoever may not look at them.
    func people(_ caller: Caller) async -> [ID<User>: String] {
        let users = (try? await controlPlane.users(by: caller)) ?? []
        return Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }
}
