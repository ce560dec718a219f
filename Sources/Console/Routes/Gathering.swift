import ControlPlane
import Domain

/// What several use cases together say of an identity, or of whoever looks; what somebody may not see is left out.
extension Console {
    func today(_ visit: Visit) async throws -> Today {
        let caller = try visit.caller()
        var counts = Today.Counts()
        counts.unread = (try? await controlPlane.unreadNotices(by: caller)) ?? 0
        counts.requests = ((try? await controlPlane.inbox(by: caller)) ?? []).count
        let first = PageRequest(limit: 1)
        for state in [ReviewItem.State.open] {
            let items = try? await controlPlane.reviewItems(of: nil, state: state, mine: true, page: first, by: caller)
            counts.reviews += items?.total ?? 0
        }
        let whole = PageRequest(limit: 1000)
        let active = try? await controlPlane.exceptions(state: .active, page: whole, by: caller)
        counts.exceptionsEnding = active?.items.count { $0.ends < visit.now + .days(14) } ?? 0
        counts.exceptionsWaiting =
            (try? await controlPlane.exceptions(state: .proposed, page: first, by: caller))?.total ?? 0
        counts.emergencies = (try? await controlPlane.breakGlasses(state: .open, page: first, by: caller))?.total ?? 0
        counts.emergenciesToReview =
            (try? await controlPlane.breakGlasses(state: .closed, page: first, by: caller))?.total ?? 0
        counts.undelivered =
            (try? await controlPlane.deliveries(state: .dead, to: nil, page: first, by: caller))?.total ?? 0
        return Today(counts)
    }

    func standing(of identity: Identity, _ visit: Visit) async throws -> Standing.Facts {
        let caller = try visit.caller()
        var known = Standing.Facts()
        var filter = RequestFilter()
        filter.identity = identity.id
        let requests =
            (try? await controlPlane.requests(filter, page: PageRequest(limit: 200), by: caller))?.items ?? []
        known.requests = requests.filter { $0.state == .open }
        known.approved = requests.first {
            [.register, .renew, .clone].contains($0.kind) && [.approved, .closed].contains($0.state)
        }
        let whole = PageRequest(limit: 1000)
        let exceptions = (try? await controlPlane.exceptions(state: nil, page: whole, by: caller))?.items ?? []
        known.exceptions = exceptions.filter { exception in
            exception.identities.contains(identity.id) && [.proposed, .active, .broken].contains(exception.state)
        }
        let reviews = try? await controlPlane.reviewItems(of: nil, state: .open, mine: false, page: whole, by: caller)
        known.reviews = (reviews?.items ?? []).filter { $0.identity == identity.id }
        known.level = try? await controlPlane.levels(by: caller).first {
            $0.holds && $0.setting.subject == LevelSetting.Subject(.identity, identity.id.text)
        }
        known.size = try? await controlPlane.rightSize(identity.id.text, since: nil, by: caller)
        let revocations = try? await controlPlane.revocations(of: identity.id, page: PageRequest(limit: 3), by: caller)
        known.revocations = revocations?.items ?? []
        return known
    }
}
