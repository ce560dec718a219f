import Decisions
import Domain
import SQLEngine
import Store

/// What people could not do any more under other policies: administer, or change policies again.
struct LockOut {
    /// As many people are tried before it is said that none could.
    private static let mostProposers = 20

    private let users: [User]
    private let teams: [Team]
    private let now: Instant

    init(in connection: some Connection, at now: Instant) throws {
        users = try UserTable.all(in: connection).filter { $0.status == .active }
        teams = try TeamTable.all(in: connection)
        self.now = now
    }

    /// What nobody could do any more, in words; nil when somebody still could, or could not before either.
    func loss(under policies: OrganisationPolicies) -> String? {
        let (before, after) = (snapshot(.none), snapshot(policies))
        let administrators = administrators(after)
        if administrators.isEmpty, !self.administrators(before).isEmpty {
            return "no administrator could administer any more"
        }
        if !canChange(after, administrators), canChange(before, self.administrators(before)) {
            return "no administrator could get another change of policy approved any more"
        }
        return nil
    }

    private func snapshot(_ policies: OrganisationPolicies) -> Snapshot {
        var facts = Facts(version: 0, users: users, teams: teams)
        facts.policies = policies
        return Snapshot(facts)
    }

    private func administrators(_ snapshot: Snapshot) -> [User] {
        users.filter { user in
            let asked = GovernanceRequest(principal: .user(user.id), action: .administer, now: now)
            return snapshot.decide(asked).verdict == .allow
        }
    }

    /// Whether somebody could propose policies that other people could then approve.
    private func canChange(_ snapshot: Snapshot, _ administrators: [User]) -> Bool {
        administrators.prefix(Self.mostProposers).contains { proposer in
            let question = RequestQuestion(
                id: ID(at: now),
                kind: .policyChange,
                principal: .user(proposer.id),
                requesters: [proposer.personKey, proposer.id.text],
            )
            guard case .route(let route) = snapshot.route(of: question, now: now) else { return false }
            let candidates = route.seats.map { people(for: $0, of: question, route.seats.count, snapshot) }
            return Self.canSeat(candidates[...], taken: [])
        }
    }

    /// As many people as could ever be needed for one seat.
    private func people(for seat: Seat, of question: RequestQuestion, _ most: Int, _ snapshot: Snapshot) -> Set<String>
    {
        var people: Set<String> = []
        for user in users where people.count < most && !people.contains(user.personKey) {
            let decision = snapshot.mayApprove(
                question,
                seat: seat,
                by: .user(user.id),
                escalated: true,
                ownerAway: true,
                now: now,
            )
            if decision.verdict == .allow { people.insert(user.personKey) }
        }
        return people
    }

    /// Whether each seat can be given to another person.
    private static func canSeat(_ seats: ArraySlice<Set<String>>, taken: Set<String>) -> Bool {
        guard let first = seats.first else { return true }
        return first.subtracting(taken).contains { canSeat(seats.dropFirst(), taken: taken.union([$0])) }
    }
}
