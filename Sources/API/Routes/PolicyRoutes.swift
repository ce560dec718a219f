import ControlPlane
import Domain
import Hummingbird
import Wire

struct PolicyRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        let one = Paths.policies + "/{version}"
        return [
            APIRoute(
                .get,
                Paths.policies,
                "Versions of the organisation's policies, newest first.",
                answer: .json([PolicyVersion].self),
                handle: list,
            ),
            APIRoute(.get, one, "One version with its files.", answer: .json(PolicyVersion.self), handle: show),
            APIRoute(
                .post,
                Paths.policies,
                "Propose a set of policies.",
                body: PolicyOrder.self,
                answer: .json(PolicyVersion.self),
                status: .created,
                handle: propose,
            ),
            APIRoute(
                .post,
                Paths.policyTrial,
                "What a set of policies would have meant for recorded requests.",
                body: PolicyTrial.self,
                answer: .json(PolicyEffect.self),
                handle: preview,
            ),
            APIRoute(
                .post,
                one + "/decision",
                "Approve or refuse a version that somebody else proposed.",
                body: PolicyDecision.self,
                answer: .json(PolicyVersion.self),
                handle: decide,
            ),
            APIRoute(
                .put,
                Paths.policyLive,
                "Put an approved version into force on every node.",
                body: PolicyLiveOrder.self,
                answer: .json(PolicyLiveAnswer.self),
                handle: live,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.policyVersions(by: context.required()))
    }

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        return try JSON.answer(try await control.policyVersion(version(context), by: caller))
    }

    private func propose(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: PolicyOrder.self)
        let version = try await control.proposePolicies(body.files, note: body.note, tests: body.tests ?? 0, by: caller)
        return try JSON.answer(version, status: .created)
    }

    private func preview(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: PolicyTrial.self)
        switch (body.files, body.version) {
        case (let files?, nil):
            return try JSON.answer(try await control.previewPolicies(files, since: body.since, by: caller))
        case (nil, let version?):
            return try JSON.answer(try await control.previewPolicies(version: version, since: body.since, by: caller))
        default:
            throw APIProblem.invalid("give either `files` or `version`", field: "files", why: "one of the two")
        }
    }

    private func decide(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: PolicyDecision.self)
        let version = try await control.decidePolicies(
            version(context),
            approve: body.decision == .approve,
            reason: body.reason,
            by: caller,
        )
        return try JSON.answer(version)
    }

    private func live(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: PolicyLiveOrder.self)
        let before = try await control.policyVersions(by: caller).first { $0.state == .live }?.version
        guard let number = body.version else {
            try await control.withdrawPolicies(reason: body.reason ?? "", by: caller)
            return try JSON.answer(PolicyLiveAnswer(live: nil, before: before))
        }
        let version = try await control.putPoliciesLive(number, mayLockOut: body.lockOut ?? false, by: caller)
        return try JSON.answer(PolicyLiveAnswer(live: version.version, before: before))
    }

    private func version(_ context: APIContext) throws -> Int64 {
        let text = try context.parameter("version")
        guard let number = Int64(text), number > 0 else {
            throw APIProblem.invalid("`\(text)` is no version", field: "version", why: "a number from 1 on")
        }
        return number
    }
}
