/// What is known beforehand of the variables that a policy may name, for one principal.
struct PolicyVariables: Sendable, Hashable {
    enum Value: Hashable {
        case text(String)
        /// It depends on the request.
        case unknown
        /// This kind of principal never has it, so that a statement with it never applies.
        case never
    }

    /// By name in small letters: `aws:username`.
    private var values: [String: String] = [:]
    private var isRole = false

    init() {}

    /// Source: "IAM policy elements: variables and tags", table of request information by principal.
    init(user name: String, id: String?, account: String?, tags: [String: String]) {
        values["aws:username"] = name
        values["aws:userid"] = id
        values["aws:principaltype"] = "User"
        take(account: account, tags: tags)
    }

    init(roleIn account: String?, tags: [String: String]) {
        isRole = true
        values["aws:principaltype"] = "AssumedRole"
        take(account: account, tags: tags)
    }

    private mutating func take(account: String?, tags: [String: String]) {
        values["aws:principalaccount"] = account
        for (key, value) in tags { values["aws:principaltag/\(key.lowercased())"] = value }
    }

    /// The value of what stands between `${` and `}`, a default after a comma included.
    func value(of name: Substring) -> Value {
        // `${*}`, `${?}` and `${$}` are the characters themselves.
        if ["*", "?", "$"].contains(name) { return .text(String(name)) }
        let parts = name.split(separator: ",", maxSplits: 1)
        let key = parts.first.map { $0.trimmed.lowercased() } ?? ""
        if let value = values[key] { return .text(value) }
        if parts.count == 2, isKnownToBeAbsent(key) {
            return .text(parts[1].trimmed.filter { $0 != "'" })
        }
        return isKnownToBeAbsent(key) ? .never : .unknown
    }

    private func isKnownToBeAbsent(_ key: String) -> Bool {
        guard !values.isEmpty else { return false }
        // Tags of a session may come on top of a role's own.
        return isRole ? key == "aws:username" : key.hasPrefix("aws:principaltag/")
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let start = firstIndex { $0 != " " } ?? endIndex
        let end = lastIndex { $0 != " " }.map(index(after:)) ?? endIndex
        return start < end ? String(self[start..<end]) : ""
    }
}
