import Domain

/// What the code of a step could do, from everything that the job puts within its reach.
///
/// Whatever a step runs has the job's token and the secrets that are handed to it, so its class follows from the token's
/// permissions, the secrets, the environment and the machine, and not from what the code looks like. In this order:
///
/// | within reach | class |
/// |---|---|
/// | `write-all`, or writing `contents`, `actions`, `id-token`: what runs next, or who one is | privileged |
/// | all secrets at once, or a secret in a production environment | privileged |
/// | a machine of one's own (`self-hosted`) | privileged |
/// | permissions that nobody stated | unknown, counts as change-capable |
/// | writing any other scope; a secret | change-capable |
/// | a token that reads, or none | read-only |
struct GitHubStepRules {
    /// What a job puts within reach of its steps.
    struct Reach: Sendable, Hashable {
        var permissions: GitHubPermissions
        var environment: String?
        var isSelfHosted = false
    }

    /// The effect of code of any author.
    ///
    /// - Parameters:
    ///   - what: Who wrote it, in words: "runs code of its own".
    ///   - reach: That of its job.
    ///   - references: What the step is handed.
    /// - Returns: The class, and everything that is within reach as its reason.
    static func effect(of what: String, reach: Reach, references: GitHubReferences) -> StepEffect {
        let found =
            [token(reach.permissions), secrets(references, environment: reach.environment)].compactMap(\.self)
            + (reach.isSelfHosted ? [Judged(.privileged, "on a machine of one's own (`self-hosted`)")] : [])
        let known = found.compactMap(\.identityClass).max()
        let isUnknown = found.contains { $0.identityClass == nil } && known != .privileged
        let reasons = found.map(\.reason).joined(separator: "; ")
        return StepEffect(isUnknown ? nil : known ?? .readOnly, reason: "\(what): \(reasons)", rule: "github-reach")
    }

    private struct Judged {
        var identityClass: IdentityClass?
        var reason: String

        init(_ identityClass: IdentityClass?, _ reason: String) {
            self.identityClass = identityClass
            self.reason = reason
        }
    }

    private static func token(_ permissions: GitHubPermissions) -> Judged {
        let writes = permissions.writes
        if writes == ["*"] { return Judged(.privileged, "`write-all`: its token changes everything in the repository") }
        let strong = writes.compactMap { scope in strongScopes[scope].map { "`\(scope): write` \($0)" } }
        if !strong.isEmpty { return Judged(.privileged, strong.joined(separator: ", ")) }
        if !writes.isEmpty {
            return Judged(.changeCapable, writes.map { "`\($0): write`" }.joined(separator: ", ") + " changes")
        }
        switch permissions {
        case .unstated: return Judged(nil, "permissions are not stated, so the repository's settings decide")
        case .scopes(let scopes) where scopes.allSatisfy({ $0.value == "none" }):
            return Judged(.readOnly, "its token may do nothing")
        default: return Judged(.readOnly, "its token only reads")
        }
    }

    /// Scopes whose holder decides what runs next, or becomes somebody else.
    private static let strongScopes = [
        "contents": "changes what the repository holds and runs", "actions": "starts and changes runs",
        "id-token": "proves to others to be this workflow",
    ]

    private static func secrets(_ references: GitHubReferences, environment: String?) -> Judged? {
        if references.takesAllSecrets { return Judged(.privileged, "takes secrets by a computed name or all at once") }
        guard !references.secrets.isEmpty else { return nil }
        let names = references.secrets.sorted()
        let listed = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 5 ? " …" : "")
        if let environment, Environments.meaning(of: environment) == "production" {
            return Judged(.privileged, "holds \(listed) of environment `\(environment)`")
        }
        return Judged(.changeCapable, "holds \(listed), whose rights are not stated here")
    }
}
