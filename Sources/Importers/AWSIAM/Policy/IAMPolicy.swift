/// A policy of IAM as its document states it.
///
/// Source: "IAM JSON policy elements reference" of the vendor.
struct IAMPolicy: Sendable, Hashable {
    struct Statement: Sendable, Hashable {
        var sid: String?
        var isAllow: Bool
        var actions: [String]
        /// Whether `actions` are those that the statement is *not* about.
        var isNotAction = false
        /// Empty in a trust policy.
        var resources: [String]
        var isNotResource = false
        var principals: [PolicyPrincipal] = []
        var isNotPrincipal = false
        var conditions: [PolicyCondition] = []
    }

    /// `2008-10-17` when the document states none; only `2012-10-17` knows variables.
    var version = "2008-10-17"
    var statements: [Statement] = []
    /// What could not be read of it, in words; its other statements stand.
    var faults: [String] = []

    var knowsVariables: Bool { version >= "2012-10-17" }
}

/// One principal of a trust policy.
struct PolicyPrincipal: Sendable, Hashable {
    /// `AWS`, `Service`, `Federated` or `CanonicalUser`.
    var kind: String
    var value: String

    var isEverybody: Bool { value == "*" && (kind == "AWS" || kind == "*") }
}

/// One line of a condition: an operator, a key and the values of which one must hold.
struct PolicyCondition: Sendable, Hashable {
    var test: String
    var key: String
    var values: [String]

    /// As people read it: `StringEquals sts:ExternalId abc, def`.
    var text: String { "\(test) \(key) \(values.joined(separator: ", "))" }
}

extension [PolicyCondition] {
    /// All lines, which must all hold; nil for none.
    var text: String? { isEmpty ? nil : map(\.text).joined(separator: " and ") }

    /// The values a key is compared with, by a test that begins with `String` or `Arn` and is no negation.
    func values(of key: String) -> [String]? {
        let found = filter { condition in
            condition.key.lowercased() == key.lowercased() && !condition.test.lowercased().contains("not")
                && (condition.test.lowercased().contains("string") || condition.test.lowercased().contains("arn"))
        }
        return found.isEmpty ? nil : found.flatMap(\.values)
    }
}
