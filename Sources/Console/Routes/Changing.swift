import ControlPlane
import Domain
import Hummingbird

/// The forms that change an identity and what it may do.
extension Console {
    func register(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            let registration = try Self.registration(visit.form)
            let known = try await controlPlane.identity(id, by: try visit.caller()).identity
            // What was found as a copy becomes an identity of its own, or none.
            let isCopy = known.state == .quarantined && known.copyOf != nil
            let new = NewRequest(
                isCopy ? .clone : .register,
                identity: id,
                registration: registration,
                reason: registration.purpose ?? "registration",
            )
            return try await send(new, visit, done: "registered")
        } catch let failure as Failure where failure.isMendable {
            return try await again(id, .register, failure, visit)
        }
    }

    func grant(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            let form = visit.form
            guard let action: ActionClass = form.choice("action") else {
                throw wrong("action", "is read, write or admin")
            }
            guard let resource = form.text("resource").flatMap({ ResourcePath($0) }) else {
                throw wrong("resource", "is SYSTEM or SYSTEM/RESOURCE, for example crm/contacts")
            }
            guard let until = try Self.day(form, "until") else { throw wrong("until", "every grant ends on a date") }
            let new = NewRequest(
                .grant,
                identity: id,
                grants: [ProposedGrant(action: action, resource: resource, ends: until)],
                reason: form.text("reason") ?? "no reason was given",
            )
            return try await send(new, visit, done: "granted#permissions")
        } catch let failure as Failure where failure.isMendable {
            return try await again(id, .grant, failure, visit)
        }
    }

    func revokeGrant(_ visit: Visit) async throws -> Response {
        guard let id = ID<Grant>(try visit.parameter("id")) else {
            throw Failure(.notFound, "there is no such grant")
        }
        let grant = try await controlPlane.revokeGrant(id, by: try visit.caller())
        return redirect(Paths.identity(grant.identity.text) + "?done=revoked#permissions")
    }

    /// Adds a secret or a public key; a secret is on the page that answers, and nowhere else.
    func addClient(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        let caller = try visit.caller()
        let issued = try await controlPlane.addClient(id, publicKey: visit.form.text("publicKey"), by: caller)
        let detail = try await controlPlane.identity(id, by: caller)
        let secret = issued.secret.map { $0.withBytes { String(decoding: $0, as: UTF8.self) } }
        let notice = Notice(
            good: true,
            secret == nil ? "Key added" : "Secret made",
            text: secret == nil
                ? "It asks for tokens with private_key_jwt, as client \(issued.client.id)."
                : "Shown this once; keep it where the workflow keeps its secrets. Client \(issued.client.id).",
            once: secret,
        )
        return try await identityPage(detail, visit, notice: notice)
    }

    func stop(_ visit: Visit) async throws -> Response {
        guard let reason = visit.form.text("reason") else { throw wrong("reason", "stands in the log for good") }
        let stop = try await controlPlane.stop(try visit.parameter("id"), reason: reason, by: try visit.caller())
        return redirect(Paths.identity(stop.identity.text) + "?done=stopped")
    }

    func resume(_ visit: Visit) async throws -> Response {
        guard let reason = visit.form.text("reason") else { throw wrong("reason", "stands in the log for good") }
        let identity = try await controlPlane.resume(try visit.parameter("id"), reason: reason, by: try visit.caller())
        return redirect(Paths.identity(identity.id.text) + "?done=resumed")
    }

    /// The identity's page with what was typed and what was wrong with it.
    func again(_ id: String, _ form: Refused.Form, _ failure: Failure, _ visit: Visit) async throws -> Response {
        let detail = try await controlPlane.identity(id, by: try visit.caller())
        let refused = Refused(form: form, typed: visit.form, failure: failure)
        return try await identityPage(detail, visit, notice: Self.notice(failure), entered: refused)
    }

    private static func registration(_ form: FormData) throws -> Registration {
        var registration = Registration()
        registration.owner = form.text("owner")
        registration.technicalOwner = form.text("technicalOwner")
        registration.backupApprover = form.text("backupApprover")
        registration.purpose = form.text("purpose")
        registration.environment = form.text("environment")
        registration.function = form.text("function")
        registration.vendor = form.text("vendor")
        registration.expires = try day(form, "expires")
        registration.renewal = try day(form, "renewal")
        if form.text("declaredReach") != nil { registration.declaredReach = form.list("declaredReach") }
        registration.stopPath = form.text("stopPath")
        registration.stoppedBy = form.text("stoppedBy")
        registration.systemPurpose = form.text("systemPurpose")
        registration.pattern = form.choice("pattern")
        registration.level = form.choice("level")
        return registration
    }

    static func day(_ form: FormData, _ name: String) throws -> Instant? {
        guard let text = form.text(name) else { return nil }
        guard let instant = Instant(text) else { throw wrong(name, "is no date of the form 2026-01-31") }
        return instant
    }
}

/// A form whose field cannot be read.
func wrong(_ field: String, _ why: String) -> Failure {
    Failure(.invalid, "`\(field)` \(why)", fields: [MissingField(field, why: why)])
}
