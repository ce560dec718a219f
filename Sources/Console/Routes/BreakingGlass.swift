import ControlPlane
import Domain
import Hummingbird

/// Emergency access.
extension Console {
    func breakGlass(_ visit: Visit) async throws -> Response {
        let done = visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) }
        return try await breakGlassPage(visit, notice: done)
    }

    private func breakGlassPage(_ visit: Visit, notice: Notice?, entered: Refused? = nil) async throws -> Response {
        let caller = try visit.caller()
        var filter = EventFilter()
        filter.kinds = [.breakGlassOpened, .breakGlassClosed, .breakGlassReviewed, .breakGlassImported]
        let model = BreakGlassPage(
            try await controlPlane.breakGlasses(state: nil, page: PageRequest(limit: 100), by: caller).items,
            terms: try await controlPlane.terms(by: caller).breakGlass,
            viewer: visit.session?.user,
            events: try await controlPlane.events(filter, page: PageRequest(limit: 12), by: caller).items,
            resources: ((try? await controlPlane.systems(by: caller)) ?? []).map(\.system.name).sorted(),
            frame: frame(.breakGlass, visit, notice: notice),
            entered: entered,
            now: visit.now,
        )
        return page("break-glass", model, status: entered?.failure.status ?? .ok)
    }

    func openBreakGlass(_ visit: Visit) async throws -> Response {
        do {
            let form = visit.form
            guard let identity = form.text("identity") else { throw wrong("identity", "is missing") }
            guard let action: ActionClass = form.choice("action") else {
                throw wrong("action", "is read, write or admin")
            }
            guard let resource = form.text("resource").flatMap({ ResourcePath($0) }) else {
                throw wrong("resource", "is SYSTEM or SYSTEM/RESOURCE, for example crm/contacts")
            }
            guard let minutes = form.text("minutes").flatMap({ Int($0) }) else {
                throw wrong("minutes", "is no whole number")
            }
            let order = BreakGlassOrder(
                identity: identity,
                action: action,
                resource: resource,
                reason: form.text("reason") ?? "",
                ticket: form.text("ticket") ?? "",
                rollback: form.text("rollback") ?? "",
                minutes: minutes,
            )
            _ = try await controlPlane.breakGlass(order, by: try visit.caller())
            return redirect("/break-glass?done=opened")
        } catch let failure as Failure where failure.isMendable || failure.code == .forbidden {
            let refused = Refused(form: .breakGlass, typed: visit.form, failure: failure)
            return try await breakGlassPage(visit, notice: Self.notice(failure), entered: refused)
        }
    }

    /// Makes a token that can use it; it is on the page that answers, and nowhere else.
    func breakGlassToken(_ visit: Visit) async throws -> Response {
        let issued = try await controlPlane.breakGlassToken(try visit.id("id"), by: try visit.caller())
        let notice = Notice(
            good: true,
            "Token for the emergency",
            text: "It ends with the time box. Shown this once; send it as `Authorization: Bearer`.",
            once: issued.token.withBytes { String(decoding: $0, as: UTF8.self) },
        )
        return try await breakGlassPage(visit, notice: notice)
    }

    func closeBreakGlass(_ visit: Visit) async throws -> Response {
        _ = try await controlPlane.closeBreakGlass(try visit.id("id"), by: try visit.caller())
        return redirect("/break-glass?done=closed")
    }

    func reviewBreakGlass(_ visit: Visit) async throws -> Response {
        do {
            guard let verdict: BreakGlass.Verdict = visit.form.choice("verdict") else {
                throw wrong("verdict", "is justified or unjustified")
            }
            let note = visit.form.text("note") ?? ""
            _ = try await controlPlane.reviewBreakGlass(try visit.id("id"), verdict, note: note, by: try visit.caller())
            return redirect("/break-glass?done=saved")
        } catch let failure as Failure where failure.isMendable || failure.code == .forbidden {
            return try await breakGlassPage(visit, notice: Self.notice(failure))
        }
    }
}
