import ControlPlane
import Domain
import Hummingbird
import Wire

struct IdentityRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        let one = Paths.identities + "/{id}"
        return [
            APIRoute(
                .get,
                Paths.overview,
                "The numbers of the first screen.",
                answer: .json(OverviewRecord.self),
                handle: overview
            ),
            APIRoute(
                .get,
                Paths.identities,
                "Identities that pass a filter.",
                query: Self.filters,
                answer: .json(ListOf<IdentityLine>.self),
                handle: list,
            ),
            APIRoute(
                .post,
                Paths.identities,
                "Take in something that no source shows.",
                body: NewIdentityRequest.self,
                answer: .json(Identity.self),
                status: .created,
                handle: add,
            ),
            APIRoute(
                .post,
                Paths.ownership,
                "Assign owners to every identity that a filter takes.",
                body: OwnershipRequest.self,
                answer: .json(OwnershipReport.self),
                handle: assign,
            ),
            APIRoute(.get, one, "All that is known of one identity.", answer: .json(IdentityRecord.self), handle: show),
            APIRoute(
                .get,
                one + "/family",
                "Copies, deployments and near copies of its workflow, over all sources.",
                answer: .json(FamilyRecord.self),
                handle: family,
            ),
            APIRoute(
                .post,
                one + "/register",
                "Say who answers for it; active when complete.",
                body: RegisterRequest.self,
                answer: .json(Identity.self),
                handle: register,
            ),
            APIRoute(
                .post,
                one + "/dispute",
                "Say that it is not clear whose it is; suspended on its class's date unless an owner is registered.",
                body: ReasonRequest.self,
                answer: .json(HandoverRecord.self),
                status: .created,
                handle: dispute,
            ),
            APIRoute(
                .post,
                one + "/grants",
                "Let it do something until a date.",
                body: GrantRequest.self,
                answer: .json(Grant.self),
                status: .created,
                handle: grant,
            ),
            APIRoute(
                .delete,
                Paths.grants + "/{id}",
                "Take a grant back.",
                query: Self.revocation,
                answer: .json(Grant.self),
                handle: revoke,
            ),
            APIRoute(
                .post,
                one + "/tokens",
                "Issue an access token.",
                body: TokenOrder.self,
                answer: .json(TokenRecord.self),
                status: .created,
                secret: true,
                handle: token,
            ),
            APIRoute(
                .post,
                one + "/clients",
                "Let it prove itself at the token endpoint.",
                body: ClientOrder.self,
                answer: .json(ClientRecord.self),
                status: .created,
                secret: true,
                handle: client,
            ),
            APIRoute(
                .get,
                Paths.findings,
                "Findings, worst first.",
                query: Self.findingFilters,
                answer: .json([Finding].self),
                handle: findings,
            ),
        ]
    }

    private static let filters =
        [
            QueryParameter("text"), .several("state", LifecycleState.self), .several("class", IdentityClass.self),
            .several("kind", Identity.Kind.self), QueryParameter("environment"), QueryParameter("owner"),
            QueryParameter("source"), QueryParameter("vendor"), QueryParameter("unowned", .flag),
            .one("touches", IdentityFilter.Touch.self),
            .several("reaches", Reach.self), QueryParameter("team"), QueryParameter("dataClass"),
            .one("sort", IdentityFilter.Sort.self),
            QueryParameter("descending", .flag),
        ] + QueryParameter.page

    private static let revocation = [QueryParameter("reason")]

    private static let findingFilters = [
        QueryParameter("rule"), .one("severity", Finding.Severity.self), QueryParameter("subject"),
        QueryParameter("text"),
    ]

    private func overview(_ request: Request, _ context: APIContext) async throws -> Response {
        let overview = try await control.overview(by: context.required())
        return try JSON.answer(OverviewRecord(overview))
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.filters)
        var filter = IdentityFilter()
        filter.text = query.text("text")
        filter.states = try query.several("state")
        filter.classes = try query.several("class")
        filter.kinds = try query.several("kind")
        filter.environment = query.text("environment")
        filter.owner = try query.id("owner")
        filter.source = try query.id("source")
        filter.vendor = query.text("vendor")
        filter.unowned = try query.flag("unowned")
        filter.touches = try query.one("touches")
        filter.reaches = try query.several("reaches")
        filter.team = try query.id("team")
        filter.dataClass = query.text("dataClass")
        filter.sort = try query.one("sort") ?? .name
        filter.descending = try query.flag("descending")
        let page = try await control.identities(filter, page: query.page, by: context.required())
        return try JSON.answer(
            ListOf(
                page.map {
                    IdentityLine(identity: $0.identity, owner: $0.ownerEmail, findings: $0.findings, worst: $0.worst)
                }
            )
        )
    }

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let detail = try await control.identity(context.parameter("id"), by: context.required())
        return try JSON.answer(IdentityRecord(detail))
    }

    private func family(_ request: Request, _ context: APIContext) async throws -> Response {
        let family = try await control.family(context.parameter("id"), by: context.required())
        let record = FamilyRecord(
            identity: family.identity.id,
            name: family.identity.name,
            kin: family.kin,
            threshold: family.threshold,
            note: family.note
        )
        return try JSON.answer(record)
    }

    private func assign(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: OwnershipRequest.self)
        var filter = IdentityFilter()
        filter.owner = body.from
        filter.source = body.source
        filter.environment = body.environment
        filter.kinds = Set(body.kind.map { [$0] } ?? [])
        filter.unowned = body.unowned ?? false
        filter.text = body.text
        guard filter != IdentityFilter() else {
            throw APIProblem.invalid(
                "nothing says which identities",
                field: "source",
                why: "or another part of a filter"
            )
        }
        let order = OwnershipOrder(
            filter: filter,
            owner: body.owner,
            technicalOwner: body.technicalOwner,
            backupApprover: body.backupApprover,
            reason: body.reason,
        )
        return try JSON.answer(try await control.assignOwners(order, by: caller))
    }

    private func add(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: NewIdentityRequest.self)
        let new = NewIdentity(
            kind: body.kind,
            name: body.name,
            identityClass: body.class ?? .changeCapable,
            environment: body.environment,
        )
        return try JSON.answer(try await control.addIdentity(new, by: caller), status: .created)
    }

    private func register(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: RegisterRequest.self)
        let identity = try await control.registerIdentity(context.parameter("id"), Registration(body), by: caller)
        return try JSON.answer(identity)
    }

    private func dispute(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReasonRequest.self)
        let handover = try await control.disputeOwnership(
            of: context.parameter("id"),
            reason: body.reason,
            by: caller,
        )
        let identity = try await control.identity(handover.identity.text, by: caller).identity
        return try JSON.answer(HandoverRecord(handover, identity.classification.identityClass), status: .created)
    }

    private func grant(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: GrantRequest.self)
        let grant = try await control.grant(
            context.parameter("id"),
            action: body.action,
            resource: body.resource,
            until: body.until,
            reason: body.reason,
            by: caller,
        )
        return try JSON.answer(grant, status: .created)
    }

    private func revoke(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let text = try context.parameter("id")
        guard let id = ID<Grant>(text) else { throw Failure(.notFound, "there is no grant `\(text.prefix(80))`") }
        let reason = try QueryReader(request, Self.revocation).text("reason")
        return try JSON.answer(try await control.revokeGrant(id, reason: reason, by: caller))
    }

    private func token(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: TokenOrder.self)
        let issued = try await control.issueToken(
            context.parameter("id"),
            task: body.task,
            purpose: body.purpose,
            life: body.seconds.map { .seconds($0) },
            by: caller,
        )
        let text = issued.token.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(
            TokenRecord(accessToken: text, expiresIn: issued.expiresIn, lease: issued.lease),
            status: .created,
        )
    }

    private func client(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ClientOrder.self)
        let issued = try await control.addClient(context.parameter("id"), publicKey: body.publicKey, by: caller)
        var record = ClientRecord(issued.client)
        record.secret = issued.secret?.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(record, status: .created)
    }

    private func findings(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.findingFilters)
        var filter = FindingFilter()
        filter.rules = Set(query.text("rule")?.split(separator: ",").map(String.init) ?? [])
        filter.atLeast = try query.one("severity") ?? .info
        filter.subject = query.text("subject")
        filter.text = query.text("text")
        return try JSON.answer(try await control.findings(filter, by: context.required()))
    }
}
