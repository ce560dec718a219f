import ControlPlane
import Domain
import HTTPTypes
import Hummingbird

/// The pages and forms of requests.
extension Console {
    func requests(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let inbox = try await controlPlane.inbox(by: caller)
        let latest = try await controlPlane.requests(RequestFilter(), page: PageRequest(), by: caller).items
        let model = RequestsPage(inbox: inbox, latest: latest, frame: frame(.requests, visit), now: visit.now)
        return page("requests", model)
    }

    func request(_ visit: Visit) async throws -> Response {
        try await requestPage(try visit.parameter("id"), visit, notice: nil)
    }

    func decideRequest(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            guard let decision: Approval.Decision = visit.form.choice("decision") else {
                throw wrong("decision", "is to approve or to refuse")
            }
            let detail = try await controlPlane.request(id, by: try visit.caller())
            let end = decision == .approved ? try Self.day(visit.form, "until") : nil
            let grants = detail.request.proposal.grants
            var less = grants
            for index in less.indices where decision == .approved {
                if let end { less[index].ends = min(less[index].ends, end) }
                guard let text = visit.form.text("resource-\(index)") else { continue }
                guard let narrower = ResourcePath(text) else {
                    throw wrong("resource-\(index)", "is no SYSTEM/RESOURCE")
                }
                less[index].resource = narrower
            }
            let said = RequestDecision(
                decision,
                reason: visit.form.text("reason"),
                reduction: less == grants ? nil : less,
                seen: visit.form.text("digest"),
            )
            _ = try await controlPlane.decideRequest(id, said, by: try visit.caller())
            return redirect(Paths.request(id))
        } catch let failure as Failure where failure.isMendable {
            return try await requestPage(id, visit, notice: Self.notice(failure), status: failure.status)
        }
    }

    func withdrawRequest(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        _ = try await controlPlane.withdrawRequest(id, reason: nil, by: try visit.caller())
        return redirect(Paths.request(id))
    }

    private func requestPage(
        _ id: String,
        _ visit: Visit,
        notice: Notice?,
        status: HTTPResponse.Status = .ok,
    ) async throws -> Response {
        let detail = try await controlPlane.request(id, by: try visit.caller())
        guard let viewer = visit.session?.user.id else { throw Failure(.unauthenticated, "nobody is signed in") }
        let model = RequestPage(
            detail,
            viewer: viewer,
            names: await people(try visit.caller()),
            frame: frame(.requests, visit, notice: notice),
            now: visit.now,
        )
        return page("request", model, status: status)
    }
}
