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
                Paths.people,
                "Take over a list of people and teams: all of it, or nothing when one is wrong.",
                body: PeopleRequest.self,
                answer: .json(PeopleOutcome.self),
                handle: importAll,
            ),
            APIRoute(.get, Paths.teams, "The teams.", answer: .json([Team].self), handle: teams),
            APIRoute(
                .delete,
                Paths.teams + "/{team}",
                "Remove a team, by name or id.",
                answer: .json(Team.self),
                handle: removeTeam,
            ),
            APIRoute(
                .post,
                Paths.teams,
                "Add a team, or change the one of this name.",
                body: TeamRequest.self,
                answer: .json(Team.self),
                status: .created,
                handle: putTeam,
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
        return try JSON.answer(try await control.putUser(NewUser(body), by: caller), status: .created)
    }

    private func link(_ request: Request, _ context: APIContext) async throws -> Response {
        let token = try await control.oneTimeLink(for: context.parameter("email"), by: context.required())
        let text = token.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(LinkRecord(link: "\(control.settings.issuer)/sign-in?link=\(text)"), status: .created)
    }

    private func importAll(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: PeopleRequest.self)
        let report = try await control.importPeople(
            body.people.map(NewUser.init),
            teams: body.teams.map(NewTeam.init),
            by: caller,
        )
        return try JSON.answer(PeopleOutcome(people: report.people, teams: report.teams, departed: report.departed))
    }

    private func teams(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.teams(by: context.required()))
    }

    private func removeTeam(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.removeTeam(context.parameter("team"), by: context.required()))
    }

    private func putTeam(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: TeamRequest.self)
        return try JSON.answer(try await control.putTeam(NewTeam(body), by: caller), status: .created)
    }
}

extension NewUser {
    init(_ body: UserRequest) {
        self.init(
            email: body.email,
            name: body.name,
            team: body.team,
            status: body.status ?? .active,
            roles: Set(body.roles ?? [.viewer]),
            sharedMailbox: body.sharedMailbox ?? false,
            person: body.person,
            externalID: body.externalID,
        )
    }
}

extension NewTeam {
    init(_ body: TeamRequest) {
        self.init(
            name: body.name,
            members: body.members ?? [],
            teams: body.teams ?? [],
            externalID: body.externalID,
        )
    }
}
