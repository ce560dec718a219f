package import Domain

/// A rule: what it is called, what it says, and how it is found.
package struct Rule: Sendable {
    /// Name as it stands in findings, lower case with hyphens.
    package var id: String
    /// What it says when it fires, in a few words.
    package var title: String
    /// Control ids that its evidence speaks to.
    package var frameworks: [String]
    /// Time and memory follow the size of the inventory.
    let run: @Sendable (Survey) -> [Finding]
}

/// The rules there are.
package enum Rules {
    /// Every rule, in the order of their names.
    package static let all: [Rule] = [
        .adminAccount, .beyondApproval, .cloneSharesAccess, .crossFunctionReach, .crossRegionFlow, .dormant,
        .escalationPath, .expiredCredential, .inactiveLiveCredential, .inheritedRight, .literalSecret,
        .longLivedSecret, .missedEnvelope, .noEndDate, .openTrust, .repeatedBreakGlass, .secretAcrossEnvironments,
        .sharedCallback, .sharedCredential, .thirdPartyAccess, .unansweredQuestion, .unowned, .unpinnedCode,
        .vendorOverlap, .wildcardRight,
    ]

    /// Every finding of every rule: most severe first, then by rule, then by id.
    package static func findings(in inventory: Inventory, rules: [Rule] = all) -> [Finding] {
        let survey = Survey(inventory)
        return rules.flatMap { $0.run(survey) }.sorted {
            if $0.severity != $1.severity { return $0.severity > $1.severity }
            return $0.rule == $1.rule ? $0.id < $1.id : $0.rule < $1.rule
        }
    }
}
