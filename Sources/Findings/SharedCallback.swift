import Domain

extension Rule {
    /// Two workflows answer at one address: who calls one may start the other.
    static let sharedCallback = Rule(
        id: "shared-callback",
        title: "several workflows answer at one callback",
        frameworks: ["NHI9:2025", "PR.AA-02", "CCM IAM-13"],
        run: { survey in
            var groups: [Address: [Int]] = [:]
            for (number, located) in survey.workflows.enumerated()
            where located.vanished == nil && !survey.isRetired(located) && !located.workflow.archived {
                for callback in located.workflow.triggers.compactMap(\.callback) where !callback.path.isEmpty {
                    for method in callback.methods.isEmpty ? ["any method"] : callback.methods {
                        let address = Address(
                            place: located.place,
                            instance: located.workflow.instance,
                            method: method,
                            path: callback.path
                        )
                        if groups[address]?.last != number { groups[address, default: []].append(number) }
                    }
                }
            }
            let shared = groups.filter { $0.value.count > 1 }.sorted { $0.key.text < $1.key.text }
            return shared.map { address, numbers in finding(address, numbers.map { survey.workflows[$0] }, survey) }
        },
    )

    private struct Address: Hashable {
        var place: Int
        var instance: String?
        var method: String
        var path: String

        var text: String { "\(place) \(instance ?? "") \(method) \(path)" }
    }

    private static func finding(_ address: Address, _ located: [Survey.Located], _ survey: Survey) -> Finding {
        let first = located[0]
        let open = located.filter { each in
            each.workflow.triggers.contains { $0.callback?.path == address.path && $0.callback?.authentication == nil }
        }
        let strongest = located.map(survey.classification).max() ?? .readOnly
        let active = located.count { $0.workflow.active == true }
        let name = "\(survey.source(of: first).format)\u{0}\(survey.source(of: first).root)\u{0}\(address.text)"
        return Finding(
            id: findingID(rule: sharedCallback.id, subject: name),
            rule: sharedCallback.id,
            severity: strongest == .privileged ? .high : strongest == .changeCapable ? .medium : .low,
            subject: survey.subject(of: first),
            frameworks: sharedCallback.frameworks,
            evidence: [
                "callback": .text("\(address.method) \(address.path)"),
                "workflows": .list(located.prefix(20).map(\.workflow.name)),
                "paths": .list(located.prefix(20).map(\.workflow.path)),
                "count": .number(located.count),
                "active": .number(active),
                "withoutAuthentication": .number(open.count),
                "class": .text(strongest.rawValue),
            ],
            blindSpots: located.contains { $0.workflow.active == nil }
                ? ["the source does not say which of them is active, and so which one answers"] : [],
            remedy: "give each of the \(located.count) workflows a path of its own, and callers the one they need",
        )
    }
}
