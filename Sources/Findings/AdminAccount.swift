import Domain

extension Rule {
    /// An account of a machine that may do everything.
    static let adminAccount = Rule(
        id: "admin-account",
        title: "a machine's account may do everything",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-05", "CCM IAM-09", "PCI DSS 7.2.5"],
        run: { survey in survey.services.filter(\.isAdministrator).map { finding($0, survey) } },
    )

    private static func finding(_ account: Survey.Account, _ survey: Survey) -> Finding {
        let rights = account.principal.rights.filter(\.allowsEverything)
        let isOff = account.principal.active == false
        return survey.finding(
            adminAccount,
            on: account,
            isOff ? .high : .critical,
            evidence: [
                "through": .list(Set(rights.map(\.via)).sorted()),
                "inherited": .flag(rights.allSatisfy { account.inherits($0) }),
                "active": .text(account.principal.active.map { $0 ? "yes" : "no" } ?? "not stated"),
            ],
            blindSpots: account.principal.active == nil
                ? [survey.source(of: account).blindSpot(.activeFlag)].compactMap(\.self) : [],
            remedy: "give `\(account.principal.name)` the rights it uses and no more; begin with what "
                + "`\(rights.first?.via ?? "")` is needed for",
        )
    }
}

extension Survey.Account {
    /// Whether a right comes from a group or role that the account belongs to, and not from itself.
    func inherits(_ right: Right) -> Bool { source(of: right) != nil }

    /// The group or role that gives a right; nil when the account has it of its own.
    func source(of right: Right) -> String? {
        principal.memberOf.first { group in
            let name = group.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? group
            return right.via.names(group) || right.via.names(name)
        }
    }
}

extension String {
    /// Whether a name stands in it as a whole word.
    func names(_ name: String) -> Bool {
        guard !name.isEmpty, let range = self.firstRange(of: name) else { return false }
        let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
        let after = range.upperBound == endIndex ? nil : self[range.upperBound]
        return !(before.map(isPart) ?? false) && !(after.map(isPart) ?? false)
    }
}
