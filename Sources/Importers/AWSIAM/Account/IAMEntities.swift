import Domain

/// A user, role or group as the account describes it.
struct IAMEntity: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case user, role, group
    }

    /// A policy that stands in the entity itself.
    struct InlinePolicy: Sendable, Hashable {
        var name: String
        /// nil when its document could not be read.
        var policy: IAMPolicy?
    }

    var kind: Kind
    var name: String
    var id: String?
    var arn: String
    var path: String
    var created: Instant?
    var inline: [InlinePolicy] = []
    /// ARNs of the managed policies attached to it.
    var attached: [String] = []
    /// ARN of the managed policy that bounds it.
    var boundary: String?
    var tags: [String: String] = [:]
    /// Names of the groups a user is in.
    var groups: [String] = []
    /// Who may take on a role; nil when its document could not be read.
    var trust: IAMPolicy?
    var lastUsed: Instant?
    /// Whether the account says when a role was last used, be it never.
    var statesLastUse = false
    /// Whether machines can run with the role.
    var hasInstanceProfile = false
    /// Path of the file it stands in.
    var file: String?
}

/// A managed policy with its versions.
struct IAMManagedPolicy: Sendable, Hashable {
    var arn: String
    var name: String
    /// The version in force; nil when its document could not be read or is not there.
    var policy: IAMPolicy?
    /// Whether others are kept that could be put in force.
    var otherVersions = 0
}

/// One page of the answer that describes an account, or several.
struct IAMPage: Sendable, Hashable {
    var entities: [IAMEntity] = []
    var policies: [IAMManagedPolicy] = []
    /// What could not be read, in words.
    var faults: [String] = []

    /// The account that the entities are in, by their ARNs.
    var account: String? {
        entities.lazy.compactMap { accountNumber(of: $0.arn) }.first
            ?? policies.lazy.compactMap { accountNumber(of: $0.arn) }.first
    }
}

/// The account in an ARN; nil when it has none.
func accountNumber(of arn: String) -> String? {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn" else { return nil }
    return isAccountNumber(parts[4]) ? String(parts[4]) : nil
}

func isAccountNumber(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}
