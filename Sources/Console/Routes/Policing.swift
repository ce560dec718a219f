import ControlPlane
import Domain
import HTTPTypes
import Hummingbird

/// The organisation's policies.
extension Console {
    func policies(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let versions = try await controlPlane.policyVersions(by: caller)
        let names = await people(caller)
        return page("policies", PoliciesPage(versions, names: names, frame: frame(.policies, visit), now: visit.now))
    }

    func policy(_ visit: Visit) async throws -> Response {
        try await policyPage(visit, notice: visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) })
    }

    private func policyPage(
        _ visit: Visit,
        notice: Notice?,
        status: HTTPResponse.Status = .ok,
    ) async throws -> Response {
        let caller = try visit.caller()
        let number = try Self.number(visit)
        let version = try await controlPlane.policyVersion(number, by: caller)
        let live = try await controlPlane.policyVersions(by: caller).first { $0.state == .live }
        let since = visit.now - .days(7)
        let model = PolicyPage(
            version,
            live: live,
            // A set that cannot be read any more is still shown.
            effect: try? await controlPlane.previewPolicies(version: number, since: since, by: caller),
            names: await people(caller),
            frame: frame(.policies, visit, notice: notice),
            now: visit.now,
        )
        return page("policy", model, status: status)
    }

    func decidePolicy(_ visit: Visit) async throws -> Response {
        try await policyMended(visit) {
            guard let decision: Approval.Decision = visit.form.choice("decision") else {
                throw wrong("decision", "is to approve or to refuse")
            }
            _ = try await controlPlane.decidePolicies(
                try Self.number(visit),
                approve: decision == .approved,
                reason: visit.form.text("reason"),
                by: try visit.caller(),
            )
        }
    }

    func putPolicyLive(_ visit: Visit) async throws -> Response {
        try await policyMended(visit) {
            _ = try await controlPlane.putPoliciesLive(try Self.number(visit), by: try visit.caller())
        }
    }

    private func policyMended(_ visit: Visit, _ body: () async throws -> Void) async throws -> Response {
        do {
            try await body()
            return redirect("/policies/\(try Self.number(visit))?done=saved")
        } catch let failure as Failure where failure.isMendable || failure.code == .forbidden {
            return try await policyPage(visit, notice: Self.notice(failure), status: failure.status)
        }
    }

    private static func number(_ visit: Visit) throws -> Int64 {
        guard let number = Int64(try visit.parameter("version")), number > 0 else {
            throw Failure(.notFound, "there is no such version")
        }
        return number
    }
}
