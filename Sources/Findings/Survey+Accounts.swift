import Domain

extension Survey {
    /// An account, role or app in its place.
    struct Account: Sendable {
        var place: Int
        var principal: Principal
        /// The identity that it is; nil when it is none.
        var identity: Identity?
        /// When it stopped being in its source; nil while it is there.
        var vanished: Instant?

        /// Whether one of its rights allows everything on everything.
        var isAdministrator: Bool { principal.rights.contains(where: \.allowsEverything) }
    }

    /// Accounts that are present, are no people and no groups, and were not retired.
    var services: [Account] {
        accounts.filter { account in
            account.vanished == nil && account.identity?.state != .retired
                && Discovered(account.principal, in: source(of: account)) != nil
        }
    }

    func source(of account: Account) -> SourceDescription { inventory.places[account.place].estate.source }

    func environment(of account: Account) -> String? {
        account.identity?.environment ?? account.principal.environment ?? source(of: account).environment
    }

    func classification(of account: Account) -> IdentityClass {
        account.identity?.classification.identityClass
            ?? Classification(of: account.principal, in: source(of: account)).identityClass
    }

    /// The identity that an account is, else the account.
    func subject(of account: Account) -> Finding.Subject {
        let path = account.principal.path ?? ""
        guard let identity = account.identity else {
            let id = "\(source(of: account).root)/\(account.principal.key)"
            return Finding.Subject(kind: "account", id: id, name: account.principal.name, path: path)
        }
        return Finding.Subject(kind: "identity", id: identity.id.text, name: identity.name, path: path)
    }

    /// What tells an account across imports and stores.
    func stableName(of account: Account) -> String {
        let source = source(of: account)
        return "\(source.format)\u{0}\(source.root)\u{0}account\u{0}\(account.principal.key)"
    }

    /// How a command names what a finding is about.
    func commandName(of account: Account) -> String { account.identity?.id.text ?? "ID" }

    /// A finding about an account.
    func finding(
        _ rule: Rule,
        on account: Account,
        about detail: String = "",
        _ severity: Finding.Severity,
        frameworks: [String] = [],
        evidence: [String: Evidence],
        blindSpots: [String] = [],
        remedy: String,
    ) -> Finding {
        var evidence = evidence
        evidence["kind"] = .text(account.principal.kind.rawValue)
        evidence["class"] = .text(classification(of: account).rawValue)
        if let environment = environment(of: account) { evidence["environment"] = .text(environment) }
        let name = stableName(of: account) + (detail.isEmpty ? "" : "\u{0}\(detail)")
        return Finding(
            id: findingID(rule: rule.id, subject: name),
            rule: rule.id,
            severity: severity,
            subject: subject(of: account),
            frameworks: rule.frameworks + frameworks,
            evidence: evidence,
            blindSpots: blindSpots,
            remedy: remedy,
        )
    }
}

extension Right {
    /// Whether it leads to rights beyond those that are listed: it makes, takes on or binds others.
    var isEscalation: Bool {
        if via == "escalation" || effect.rule == "escalation" { return true }
        let known: Set = ["escalate", "bind", "impersonate"]
        return operations.contains { operation in
            operation.split { $0 == "," || $0 == " " }.contains { known.contains(String($0)) }
        }
    }
}
