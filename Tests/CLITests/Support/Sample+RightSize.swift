import Domain
import Wire

extension Sample {
    static var rightSize: RightSizeRecord {
        func line(_ name: String, _ action: ActionClass, _ path: String, _ fate: RightSize.Fate) -> RightSize.Line? {
            guard let resource = ResourcePath(path) else { return nil }
            let part = ResourcePath(system: resource.system, segments: resource.segments + ["2026"])
            return RightSize.Line(
                grant: id(name),
                action: action,
                resource: resource,
                ends: now + .days(40),
                fate: fate,
                because: fate == .keep
                    ? "all of it was used" : fate == .drop ? "not used in the window" : "only a part",
                requests: fate == .drop ? 0 : 17,
                keepAlives: fate == .drop ? 4 : 0,
                lastUsed: fate == .drop ? nil : now - .days(2),
                becomes: fate == .keep ? [resource] : fate == .drop ? [] : [part].compactMap(\.self),
                dependents: fate == .drop ? [] : [RightSize.Dependent(who: "mara", requests: 17, last: now - .days(2))],
            )
        }
        let lines = [
            line("a", .read, "ledger/invoices", .narrow), line("b", .read, "shop", .keep),
            line("c", .write, "ledger", .drop),
        ]
        let size = RightSize(
            identity: id("invoices"),
            since: now - .days(90),
            until: now,
            recordedSince: now - .days(120),
            lines: lines.compactMap(\.self),
            replacements: [],
        )
        var effect = PolicyEffect(since: now - .days(90), recordedSince: now - .days(120))
        effect.requests = 34
        return RightSizeRecord(name: "Sync invoices", size: size, dryRun: effect)
    }

    static var levels: [LevelRecord] {
        let said = LevelSetting(
            LevelSetting.Subject(.system, "ledger"),
            .observe,
            until: now + .days(9),
            reason: "first month",
            setBy: "ada@example.com",
            set: now - .days(2),
        )
        let ended = LevelSetting(
            LevelSetting.Subject(.source, "src_n8n"),
            .warn,
            until: now - .days(1),
            reason: "trial",
            setBy: "ben@example.com",
            set: now - .days(9),
        )
        return [
            LevelRecord(said, name: "ledger", holds: true), LevelRecord(ended, name: "n8n-production", holds: false),
        ]
    }

    static var reduction: RequestRecord {
        var request = ChangeRequest(
            id: id("less"),
            kind: .reduce,
            requester: Requester(kind: .user, id: "usr_ada", name: "ada@example.com"),
            identity: id("invoices"),
            proposal: Proposal(),
            digest: "00",
            reason: "quarter's end",
            route: Route(seats: [], policies: ["route.reduce-alone"], because: ["it only takes away"]),
            opened: now,
        )
        request.state = .approved
        return RequestRecord(request)
    }
}
