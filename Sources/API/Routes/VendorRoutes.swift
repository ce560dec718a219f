import ControlPlane
import Domain
import Hummingbird
import Wire

struct VendorRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        let one = Paths.vendors + "/{name}"
        return [
            APIRoute(
                .get,
                Paths.vendors,
                "How much depends on each vendor, the most first.",
                answer: .json([VendorConcentration].self),
                handle: list,
            ),
            APIRoute(
                .put,
                one,
                "Who answers for a vendor, and its contract.",
                body: VendorOrder.self,
                answer: .json(Vendor.self),
                handle: put,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.vendors(by: context.required()))
    }

    private func put(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: VendorOrder.self)
        let people = try await control.users(by: caller)
        func person(_ reference: String?, _ field: String) throws -> ID<User>? {
            guard let reference else { return nil }
            guard let user = people.first(where: { $0.email == reference.lowercased() || $0.id.text == reference })
            else {
                throw APIProblem.invalid(
                    "there is no person `\(reference.prefix(80))`",
                    field: field,
                    why: "names nobody here"
                )
            }
            return user.id
        }
        let vendor = Vendor(
            name: try context.parameter("name"),
            runtimeOwner: try person(body.runtimeOwner, "runtimeOwner"),
            dataOwner: try person(body.dataOwner, "dataOwner"),
            contractBegins: body.contractBegins,
            contractEnds: body.contractEnds,
            stopContact: body.stopContact,
        )
        return try JSON.answer(try await control.putVendor(vendor, by: caller))
    }
}
