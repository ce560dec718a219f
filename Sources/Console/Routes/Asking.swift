import ControlPlane
import Domain
import Hummingbird

/// Requests that the identity's page asks for, each shown before it is sent.
extension Console {
    /// Shows what policy says of a request, or sends it, as the form says.
    func send(_ new: NewRequest, _ visit: Visit, done: String) async throws -> Response {
        let caller = try visit.caller()
        if visit.form.text("step") == "preview" {
            let preview = try await controlPlane.previewRequest(new, by: caller)
            let model = PreviewPage(
                new,
                preview,
                form: visit.form,
                action: visit.path,
                names: await people(caller),
                frame: frame(.requests, visit),
            )
            return page("preview", model)
        }
        let request = try await controlPlane.openRequest(new, by: caller)
        guard request.state == .approved, let identity = request.identity else {
            return redirect(Paths.request(request.id.text))
        }
        return redirect(Paths.identity(identity.text) + "?done=" + done)
    }

    func renew(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            var registration = Registration()
            registration.expires = try Self.day(visit.form, "until")
            guard let reason = visit.form.text("reason") else { throw wrong("reason", "says why it is still needed") }
            let new = NewRequest(.renew, identity: id, registration: registration, reason: reason)
            return try await send(new, visit, done: "saved")
        } catch let failure as Failure where failure.isMendable {
            return try await again(id, .renew, failure, visit)
        }
    }

    /// How strictly policy is applied to one identity.
    func setLevel(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            let form = visit.form
            guard let level: Identity.Level = form.choice("level") else { throw wrong("level", "is one of the list") }
            guard let reason = form.text("reason") else { throw wrong("reason", "says why") }
            var terms = ["subject": "identity:\(id)", "level": level.rawValue]
            if level != .enforce { terms["until"] = try Self.day(form, "until")?.text }
            return try await send(
                NewRequest(.level, identity: id, terms: terms, reason: reason),
                visit,
                done: "saved",
            )
        } catch let failure as Failure where failure.isMendable {
            return try await again(id, .level, failure, visit)
        }
    }

    /// How strictly policy is applied to a system or all of a source.
    func setLevelOfAll(_ visit: Visit) async throws -> Response {
        let form = visit.form
        guard let subject = form.text("subject"), let level: Identity.Level = form.choice("level") else {
            throw wrong("level", "is one of the list")
        }
        var terms = ["subject": subject, "level": level.rawValue]
        if level != .enforce { terms["until"] = try Self.day(form, "until")?.text }
        return try await send(
            NewRequest(.level, terms: terms, reason: form.text("reason") ?? ""),
            visit,
            done: "saved",
        )
    }

    /// Asks that an identity be left with what it used.
    func rightSize(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            let request = try await controlPlane.requestRightSize(id, since: nil, reason: nil, by: try visit.caller())
            return redirect(Paths.request(request.id.text))
        } catch let failure as Failure where failure.isMendable {
            return try await again(id, .size, failure, visit)
        }
    }
}
