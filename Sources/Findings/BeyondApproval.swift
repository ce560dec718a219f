import Domain

extension Rule {
    /// Rights that an account has in its own system beyond what was approved for the identity that it is.
    static let beyondApproval = Rule(
        id: "beyond-approval",
        title: "it may do more in its system than was approved",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-05", "CCM IAM-08", "PCI DSS 7.2.5"],
        run: { survey in
            let grants = Dictionary(grouping: survey.inventory.grants, by: \.identity)
            return survey.services.compactMap { finding($0, grants, survey) }
        },
    )

    private static func finding(
        _ account: Survey.Account,
        _ grants: [ID<Identity>: [Grant]],
        _ survey: Survey,
    ) -> Finding? {
        // What nobody approved at all is not governed yet, which is a finding of its own.
        guard let identity = account.identity, identity.state == .active || identity.state == .suspended else {
            return nil
        }
        let approved = (grants[identity.id] ?? []).filter { $0.isOpen(at: survey.now) }
        let beyond = account.principal.rights.filter { right in
            !approved.contains { $0.action == right.action && $0.resource.covers(right.resource) }
        }
        guard !beyond.isEmpty else { return nil }
        let strongest = beyond.map { $0.effect.identityClass ?? .changeCapable }.max() ?? .changeCapable
        return survey.finding(
            beyondApproval,
            on: account,
            strongest == .privileged ? .high : strongest == .changeCapable ? .medium : .low,
            evidence: [
                "approved": .list(approved.map { "\($0.action.rawValue) \($0.resource)" }.sorted()),
                "beyond": .list(beyond.prefix(20).map { "\($0.text) through \($0.via)" }),
                "beyondCount": .number(beyond.count),
                "within": .number(account.principal.rights.count - beyond.count),
            ],
            blindSpots: [survey.source(of: account).blindSpot(.scopes)].compactMap(\.self),
            remedy: "take from `\(account.principal.name)` in its system what was not approved, or ask for it: "
                + "`penstock request grant \(identity.id) …`",
        )
    }
}

extension ResourcePath {
    /// Whether what a source names lies within this: every part of this path stands in it, in this order.
    ///
    /// Sources spell resources in their own ways (`arn:aws:s3:::orders/2026/*`, `public.orders`), so that parts are
    /// compared and not paths; `*` alone lies within a whole system only.
    fileprivate func covers(_ spelled: String) -> Bool {
        var parts = segments[...]
        for word in spelled.split(whereSeparator: {
            !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" && $0 != "*"
        }) {
            if let first = parts.first, first == word { parts = parts.dropFirst() }
        }
        return parts.isEmpty
    }
}
