import ControlPlane
import Domain
import Hummingbird
import Wire

struct PeopleRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(.get, Paths.users, "The people.", answer: .json([User].self), handle: list),
            APIRoute(
                .post,
                Paths.users,
                "Add a person, or change the one with this address.",
                body: UserRequest.self,
                answer: .json(User.self),
                status: .created,
                handle: put,
            ),
            APIRoute(
                .post,
                Paths.users + "/{email}/link",
                "A link that signs a person in once.",
                answer: .json(LinkRecord.self),
                status: .created,
                secret: true,
                handle: link,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.users(by: context.required()))
    }

    private func put(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: UserRequest.self)
        let user = NewUser(
            email: body.email,
            name: body.name,
            team: body.team,
            status: body.status ?? .active,
            roles: Set(body.roles ?? [.viewer]),
            sharedMailbox: body.sharedMailbox ?? false,
        )
        return try JSON.answer(try await control.putUser(user, by: caller), status: .created)
    }

    private func link(_ request: Request, _ context: APIContext) async throws -> Response {
        let token = try await control.oneTimeLink(for: context.parameter("email"), by: context.required())
        let text = token.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(LinkRecord(link: "\(control.settings.issuer)/sign-in?link=\(text)"), status: .created)
    }
}
