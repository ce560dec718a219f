import ControlPlane
import Domain
import Hummingbird

/// The pages that only show.
extension Console {
    func overview(_ visit: Visit) async throws -> Response {
        let caller = try visit.caller()
        let overview = try await controlPlane.overview(by: caller)
        var stopped: String?
        if let stop = overview.lastStop {
            stopped = try? await controlPlane.identity(stop.identity.text, by: caller).identity.name
        }
        let model = OverviewPage(
            overview,
            today: try await today(visit),
            frame: frame(.overview, visit),
            stopped: stopped,
            now: visit.now,
        )
        return page("overview", model)
    }

    func identities(_ visit: Visit) async throws -> Response {
        let query = IdentityQuery(visit.query)
        let found = try await controlPlane.identities(
            query.filter,
            page: PageRequest(limit: 50, cursor: query.cursor),
            by: try visit.caller(),
        )
        return page("identities", IdentitiesPage(found, query: query, frame: frame(.identities, visit), now: visit.now))
    }

    func identity(_ visit: Visit) async throws -> Response {
        let id = try visit.parameter("id")
        let detail = try await controlPlane.identity(id, by: try visit.caller())
        let done = visit.query.choice("done").flatMap { (done: Done) in done.notice(detail) }
        return try await identityPage(detail, visit, notice: done)
    }

    func identityPage(
        _ detail: IdentityDetail,
        _ visit: Visit,
        notice: Notice?,
        entered: Refused? = nil,
    ) async throws -> Response {
        let model = IdentityPage(
            detail,
            // A family that cannot be told leaves the rest of the page as it is.
            family: try? await controlPlane.family(detail.identity.id.text, by: try visit.caller()),
            standing: try await standing(of: detail.identity, visit),
            frame: frame(.identities, visit, notice: notice),
            entered: entered,
            suggestions: await suggestions(try visit.caller()),
            now: visit.now,
        )
        return page("identity", model, status: entered?.failure.status ?? .ok)
    }

    func stopPage(_ visit: Visit) async throws -> Response {
        let preview = try await controlPlane.stopPreview(try visit.parameter("id"), by: try visit.caller())
        return page("stop", StopPage(preview, frame: frame(.identities, visit), now: visit.now))
    }

    func findings(_ visit: Visit) async throws -> Response {
        let query = FindingQuery(visit.query)
        let all = try await controlPlane.findings(query.filter, by: try visit.caller())
        let counts = Dictionary(all.map { ($0.rule, 1) }, uniquingKeysWith: +)
        let shown = query.rule.map { rule in all.filter { $0.rule == rule } } ?? all
        return page("findings", FindingsPage(shown, counts: counts, query: query, frame: frame(.findings, visit)))
    }

    func log(_ visit: Visit) async throws -> Response {
        try await logPage(visit, notice: nil, verified: nil)
    }

    func logPage(_ visit: Visit, notice: Notice?, verified: Badge?) async throws -> Response {
        let caller = try visit.caller()
        let query = EventQuery(visit.query)
        let events = try await controlPlane.events(
            query.filter,
            page: PageRequest(limit: 50, cursor: query.cursor),
            by: caller,
        )
        let model = LogPage(
            events,
            checkpoint: try await newestCheckpoint(caller),
            verified: verified,
            names: await names(caller),
            query: query,
            frame: frame(.log, visit, notice: notice),
            now: visit.now,
        )
        return page("log", model)
    }

    /// People's addresses by their ids; none for whoever may not look at them.
    private func names(_ caller: Caller) async -> [String: String] {
        let users = (try? await controlPlane.users(by: caller)) ?? []
        return Dictionary(users.map { ($0.id.text, $0.email) }, uniquingKeysWith: { $1 })
    }

    /// nil while the log is empty.
    private func newestCheckpoint(_ caller: Caller) async throws -> CheckpointSummary? {
        do {
            return try await controlPlane.checkpoint(by: caller)
        } catch let failure as Failure where failure.code == .notFound {
            return nil
        }
    }

    func systems(_ visit: Visit) async throws -> Response {
        try await systemsPage(visit, notice: visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) })
    }

    func systemsPage(_ visit: Visit, notice: Notice?, entered: Refused? = nil) async throws -> Response {
        let systems = try await controlPlane.systems(by: try visit.caller())
        let model = SystemsPage(
            systems,
            levels: (try? await controlPlane.levels(by: try visit.caller())) ?? [],
            frame: frame(.systems, visit, notice: notice),
            entered: entered,
            now: visit.now,
        )
        return page("systems", model, status: entered?.failure.status ?? .ok)
    }

    func sources(_ visit: Visit) async throws -> Response {
        let sources = try await controlPlane.sourceSummaries(by: try visit.caller())
        let model = SourcesPage(
            sources,
            levels: (try? await controlPlane.levels(by: try visit.caller())) ?? [],
            frame: frame(.sources, visit),
            now: visit.now,
        )
        return page("sources", model)
    }

    func people(_ visit: Visit) async throws -> Response {
        try await peoplePage(visit, notice: visit.query.choice("done").flatMap { (done: Done) in done.notice(nil) })
    }

    func peoplePage(_ visit: Visit, notice: Notice?, entered: Refused? = nil) async throws -> Response {
        let users = try await controlPlane.users(by: try visit.caller())
        let model = PeoplePage(users, frame: frame(.people, visit, notice: notice), entered: entered)
        return page("people", model, status: entered?.failure.status ?? .ok)
    }

    /// What the forms offer; nothing of a kind that this person may not look at.
    private func suggestions(_ caller: Caller) async -> Suggestions {
        let users = (try? await controlPlane.users(by: caller)) ?? []
        let systems = (try? await controlPlane.systems(by: caller)) ?? []
        return Suggestions(
            people: users.filter { $0.status == .active && !$0.sharedMailbox }.map(\.email).sorted(),
            environments: Set(systems.map(\.system.environment)).sorted(),
            resources: systems.map(\.system.name).sorted(),
        )
    }
}

/// What a form did, told on the page that follows it.
enum Done: String, Sendable {
    case registered, granted, revoked, stopped, resumed, sealed, saved, sent, opened, closed

    func notice(_ detail: IdentityDetail?) -> Notice? {
        switch self {
        case .registered: Notice(good: true, "Registered", text: "It is active, and its owner answers for it.")
        case .granted: Notice(good: true, "Granted", text: "The gateway knows it already.")
        case .revoked: Notice(good: true, "Revoked", text: "The gateway refuses it already.")
        case .resumed: Notice(good: true, "Resumed", text: "It may ask for tokens again; the old ones stay dead.")
        case .sealed:
            Notice(good: true, "Sealed", text: "The value cannot be read back; the gateway puts it into requests.")
        case .saved: Notice(good: true, "Saved")
        case .opened: Notice(good: true, "The glass is broken", text: "Owner, backup and security are told.")
        case .closed: Notice(good: true, "Closed", text: "Its tokens are dead; somebody else reviews it now.")
        case .sent: Notice(good: true, "On its way", text: "It is sent within a second; reload to see the answer.")
        case .stopped: detail.flatMap(Self.stopped)
        }
    }

    private static func stopped(_ detail: IdentityDetail) -> Notice? {
        guard let stop = detail.stops.max(by: { $0.requested < $1.requested }) else { return nil }
        let (value, unit) = Words.took(stop.acknowledged - stop.requested)
        return Notice(
            good: true,
            "Stopped everywhere",
            text: "\(StopWords.nodes(stop)) Nothing passes from here on. Reason: \(stop.reason)",
            took: "\(value) \(unit)",
        )
    }
}
