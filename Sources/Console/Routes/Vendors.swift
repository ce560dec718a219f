import ControlPlane
import Domain
import Hummingbird

/// The companies that run integrations.
extension Console {
    func vendors(_ visit: Visit) async throws -> Response {
        let stopped = visit.query.text("stopped").map { count in
            Notice(good: true, "Stopped everywhere", text: "\(count) of theirs may do nothing any more.")
        }
        let done = visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) }
        return try await vendorsPage(visit, notice: stopped ?? done)
    }

    private func vendorsPage(_ visit: Visit, notice: Notice?, entered: Refused? = nil) async throws -> Response {
        let caller = try visit.caller()
        let model = VendorsPage(
            try await controlPlane.vendors(by: caller),
            people: (try? await controlPlane.users(by: caller)) ?? [],
            changing: visit.query.text("change"),
            frame: frame(.vendors, visit, notice: notice),
            entered: entered,
            now: visit.now,
        )
        return page("vendors", model, status: entered?.failure.status ?? .ok)
    }

    func putVendor(_ visit: Visit) async throws -> Response {
        do {
            let caller = try visit.caller()
            let form = visit.form
            guard let name = form.text("name") else { throw wrong("name", "is missing") }
            let people = try await controlPlane.users(by: caller)
            func person(_ field: String) throws -> ID<User>? {
                guard let email = form.text(field) else { return nil }
                guard let user = people.first(where: { $0.email == email.lowercased() }) else {
                    throw Console.wrongPerson(field)
                }
                return user.id
            }
            let vendor = Vendor(
                name: name,
                runtimeOwner: try person("runtimeOwner"),
                dataOwner: try person("dataOwner"),
                contractBegins: try Self.day(form, "contractBegins"),
                contractEnds: try Self.day(form, "contractEnds"),
                stopContact: form.text("stopContact"),
            )
            _ = try await controlPlane.putVendor(vendor, by: caller)
            return redirect("/vendors?done=saved")
        } catch let failure as Failure where failure.isMendable {
            let refused = Refused(form: .vendor, typed: visit.form, failure: failure)
            return try await vendorsPage(visit, notice: Self.notice(failure), entered: refused)
        }
    }

    func vendorStopPage(_ visit: Visit) async throws -> Response {
        try await vendorStopPage(visit, entered: nil)
    }

    private func vendorStopPage(_ visit: Visit, entered: Refused?) async throws -> Response {
        let caller = try visit.caller()
        let name = try visit.parameter("name")
        guard let vendor = try await controlPlane.vendors(by: caller).first(where: { $0.vendor.name == name }) else {
            throw Failure(.notFound, "there is no vendor `\(name.prefix(80))`")
        }
        var filter = IdentityFilter()
        filter.vendor = name
        let model = VendorStopPage(
            vendor.vendor,
            identities: try await controlPlane.identities(filter, page: PageRequest(limit: 50), by: caller),
            frame: frame(.vendors, visit, notice: entered.map { Self.notice($0.failure) }),
            entered: entered,
            now: visit.now,
        )
        return page("vendor-stop", model, status: entered?.failure.status ?? .ok)
    }

    func stopVendor(_ visit: Visit) async throws -> Response {
        do {
            let name = try visit.parameter("name")
            guard visit.form.text("confirm") == name else { throw wrong("confirm", "is not `\(name)`") }
            guard let reason = visit.form.text("reason") else { throw wrong("reason", "stands in the log for good") }
            let stops = try await controlPlane.stopAll(.vendor, name, reason: reason, by: try visit.caller())
            return redirect(Paths.link("/vendors", [("stopped", String(stops.count))]))
        } catch let failure as Failure where failure.isMendable {
            return try await vendorStopPage(
                visit,
                entered: Refused(form: .vendorStop, typed: visit.form, failure: failure),
            )
        }
    }

    static func wrongPerson(_ field: String) -> Failure {
        wrong(field, "is the address of nobody here")
    }
}
