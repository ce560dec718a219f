import Domain

/// Who may take on a role, by the role's own trust policy.
struct RoleTrust: Sendable {
    /// One principal that a statement lets in.
    struct Entrance: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            /// A user or role by its ARN; a session of a role by that of the role.
            case named(String)
            /// Whoever in an account is allowed to by policies of its own.
            case account(String)
            case everybody
            /// A service of the vendor, for example `lambda.amazonaws.com`.
            case service(String)
            /// An identity provider.
            case provider(String)
            /// An id that stands where the ARN of a principal stood that no longer exists.
            case deleted(String)
        }

        var kind: Kind
        var condition: String?
    }

    private(set) var entrances: [Entrance] = []
    /// Those that a Deny without a condition keeps out.
    private var barred: [IAMPolicy.Statement] = []
    /// Conditions of a Deny, by whom it names.
    private var hindrances: [(statement: IAMPolicy.Statement, text: String)] = []

    init(_ policy: IAMPolicy?) {
        for statement in policy?.statements ?? [] where statement.assumes {
            let condition = statement.conditions.text
            if !statement.isAllow {
                if let condition {
                    hindrances.append((statement, "not when \(condition)"))
                } else {
                    barred.append(statement)
                }
            } else if statement.isNotPrincipal {
                let text = "everybody but \(statement.principals.map(\.value).joined(separator: ", "))"
                let whole = [text, condition].compactMap(\.self).joined(separator: "; ")
                entrances.append(Entrance(kind: .everybody, condition: whole))
            } else {
                entrances += statement.principals.map { Entrance(kind: .init($0), condition: condition) }
            }
        }
    }

    var services: Set<String> {
        Set(entrances.compactMap { if case .service(let name) = $0.kind { name } else { nil } })
    }

    /// How a user or role of the role's own account may come in.
    enum Admission: Sendable, Hashable {
        /// Named itself, or everybody is: needs no policy of its own.
        case direct(condition: String?)
        /// Its account is named: a policy of its own must allow it too.
        case byAccount(condition: String?)
    }

    /// - Returns: nil when it may not.
    func admission(of arn: String, account: String?) -> Admission? {
        guard !barred.contains(where: { $0.names(arn, account: account) }) else { return nil }
        let notes = hindrances.filter { $0.statement.names(arn, account: account) }.map(\.text)
        func condition(_ own: String?) -> String? {
            let all = (own.map { [$0] } ?? []) + notes
            return all.isEmpty ? nil : all.joined(separator: "; ")
        }
        let fitting = entrances.filter { entrance in
            switch entrance.kind {
            case .named(let name): name == arn
            case .everybody: true
            case .account(let number): number == account
            default: false
            }
        }
        // Of several ways in, one without a condition is the widest.
        func widest(_ entrances: [Entrance]) -> Entrance? { entrances.first { $0.condition == nil } ?? entrances.first }
        let direct = fitting.filter { if case .account = $0.kind { false } else { true } }
        if let way = widest(direct) { return .direct(condition: condition(way.condition)) }
        return widest(fitting).map { .byAccount(condition: condition($0.condition)) }
    }
}

extension RoleTrust.Entrance.Kind {
    fileprivate init(_ principal: PolicyPrincipal) {
        let value = principal.value
        switch principal.kind {
        case "Service": self = .service(value.lowercased())
        case "Federated": self = .provider(value)
        case "AWS" where isAccountNumber(value): self = .account(value)
        case "AWS" where value.hasSuffix(":root"): self = .account(accountNumber(of: value) ?? value)
        case "AWS" where value.contains(":assumed-role/"): self = .named(roleARN(ofSession: value))
        case _ where principal.isEverybody: self = .everybody
        case "AWS" where !value.contains(":"): self = .deleted(value)
        default: self = .named(value)
        }
    }
}

/// The role that a session's ARN is of: `arn:aws:sts::1:assumed-role/R/S` gives `arn:aws:iam::1:role/R`.
private func roleARN(ofSession arn: String) -> String {
    let parts = arn.split(separator: "/")
    let head = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, head.count == 6 else { return arn }
    return "arn:\(head[1]):iam::\(head[4]):role/\(parts[1])"
}

extension IAMPolicy.Statement {
    /// Whether it is about taking on the role, by whichever call.
    fileprivate var assumes: Bool {
        let calls = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity"]
        let isNamed = calls.contains { call in
            actions.contains { IAMPattern(action: $0).covers(IAMPattern(call)) }
        }
        return isNamed != isNotAction
    }

    /// Whether a Deny means a principal of the account: itself, its account or everybody.
    fileprivate func names(_ arn: String, account: String?) -> Bool {
        let isNamed = principals.contains { principal in
            switch RoleTrust.Entrance.Kind(principal) {
            case .everybody: true
            case .named(let name): name == arn
            case .account(let number): number == account
            default: false
            }
        }
        return isNamed != isNotPrincipal
    }
}
