import Domain

/// What a principal may do, put together by service, kind of access and resource.
struct RightsSummary {
    /// The strongest first; at most `limit`.
    private(set) var rights: [Right] = []
    /// Rights that were left out because there are more than `limit`.
    private(set) var leftOut = 0
    /// Every action that is allowed on something, be it under a condition.
    private(set) var possible: ActionSet
    /// Whether it may do everything, and cannot be kept from it by what its policies deny.
    private(set) var isAdministrator = false

    static let limit = 1000

    /// Statements that reach into more services than this are put together over all services.
    private static let sweep = 25

    private struct Key: Hashable {
        /// `*` where it is over all services.
        var service: String
        var group: Group
        var resource: String
        var condition: String?
    }

    private enum Group: Int, Hashable {
        case admin, write, unknown, read
    }

    private struct Entry {
        var actions: [Int] = []
        var patterns: Set<String> = []
        var origins: Set<String> = []
    }

    private let space: ActionSpace
    private var entries: [Key: Entry] = [:]

    init(_ permissions: EffectivePermissions, in space: ActionSpace, all: ActionSet) {
        self.space = space
        possible = space.empty
        var certain = space.empty
        var left: [(EffectivePermissions.Slice, PolicyStatement, String)] = []
        for allow in permissions.allows {
            for (text, pattern) in allow.places {
                for slice in permissions.slices(of: allow, on: pattern) {
                    possible.formUnion(slice.actions)
                    if pattern.isEverything, !allow.isNotResource, slice.conditions.isEmpty {
                        certain.formUnion(slice.actions)
                    }
                    left.append((slice, allow, text))
                }
            }
        }
        if Self.isAdministrator(permissions, certain: certain, all: all, in: space) {
            isAdministrator = true
            let origins = permissions.allows.filter { $0.actions == all }.map(\.origin)
            let denied = all.subtracting(certain)
            var reason = "may do everything in the account"
            if !denied.isEmpty { reason += ", and undo the \(denied.count) actions it is denied or limited in" }
            let effect = StepEffect(.privileged, reason: reason, rule: "touches-identity")
            let via = Set(origins).sorted().prefix(5).joined(separator: ", ")
            rights = [Right(.admin, operations: ["*"], on: "*", effect: effect, via: via)]
        } else {
            for (slice, allow, text) in left { add(slice, of: allow, on: text) }
            rights = entries.map { right($0.key, $0.value) }.sorted(by: Self.isStronger)
            leftOut = max(0, rights.count - Self.limit)
            rights = Array(rights.prefix(Self.limit))
        }
        entries = [:]
    }

    /// The strongest class among the rights; one of unknown effect counts as change-capable.
    var identityClass: IdentityClass {
        rights.map { $0.effect.identityClass ?? .changeCapable }.max() ?? .readOnly
    }

    /// Actions by which a principal can undo what limits it.
    static let selfServing = [
        "iam:PutUserPolicy", "iam:AttachUserPolicy", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutGroupPolicy",
        "iam:AttachGroupPolicy", "iam:CreatePolicyVersion",
    ]

    private static func isAdministrator(
        _ permissions: EffectivePermissions,
        certain: ActionSet,
        all: ActionSet,
        in space: ActionSpace,
    ) -> Bool {
        guard selfServing.compactMap(space.number).contains(where: certain.contains) else { return false }
        if certain == all { return true }
        let generous = EffectivePermissions(identity: permissions.allows, boundary: permissions.boundary)
        var allowed = ActionSet(size: space.size)
        for allow in generous.allows where allow.condition == nil && allow.covers(.everything) {
            for slice in generous.slices(of: allow, on: .everything) where slice.conditions.isEmpty {
                allowed.formUnion(slice.actions)
            }
        }
        return allowed == all
    }

    // MARK: - Putting together

    private mutating func add(_ slice: EffectivePermissions.Slice, of allow: PolicyStatement, on resource: String) {
        let services = actionsByService(slice.actions).filter { allow.canTouch($0.service, at: resource) }
        let isSweep = services.count > Self.sweep
        let condition = slice.conditions.isEmpty ? nil : slice.conditions.joined(separator: "; ")
        for (service, actions) in services {
            for (group, members) in Dictionary(grouping: actions, by: group) {
                let key = Key(
                    service: isSweep ? "*" : service,
                    group: group,
                    resource: resource,
                    condition: condition,
                )
                entries[key, default: Entry()].actions += members
                entries[key]?.origins.insert(allow.origin)
                entries[key]?.patterns.formUnion(allow.patternTexts(for: service))
            }
        }
    }

    /// Actions apart by service; those of one service stand together.
    private func actionsByService(_ actions: ActionSet) -> [(service: String, actions: [Int])] {
        let services = space.catalogue.services
        var found: [(service: String, actions: [Int])] = []
        var index = 0
        var last = -1
        for action in actions.members {
            while index < services.count, services[index].range.upperBound <= action { index += 1 }
            if index == services.count {
                found.append((space.service(action), [action]))
            } else if index == last {
                found[found.count - 1].actions.append(action)
            } else {
                found.append((services[index].name, [action]))
                last = index
            }
        }
        return found
    }

    private func group(_ action: Int) -> Group {
        switch space.level(action) {
        case .permissions: .admin
        case .write, .tagging: .write
        case .list, .read: .read
        case nil: .unknown
        }
    }

    private func right(_ key: Key, _ entry: Entry) -> Right {
        let actions = Set(entry.actions).sorted()
        let names = actions.map(space.name)
        let via = entry.origins.sorted()
        let origins = via.prefix(5).joined(separator: ", ") + (via.count > 5 ? " and \(via.count - 5) more" : "")
        let what =
            key.service == "*" ? "\(names.count) actions of many services" : "\(key.service): \(names.count) actions"
        let effect: StepEffect
        let action: ActionClass
        switch key.group {
        case .admin:
            action = .admin
            let some = names.prefix(3).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 3 ? " …" : "")
            effect = StepEffect(.privileged, reason: "\(some) decides who may do what", rule: "touches-identity")
        case .write:
            action = .write
            effect = StepEffect(.changeCapable, reason: "\(what) that change")
        case .unknown:
            action = .write
            effect = StepEffect(nil, reason: "\(what) that no catalogue knows; counts as change-capable")
        case .read:
            action = .read
            let secret = names.first(where: Self.yieldsSecrets)
            let more = secret.map { "; `\($0)` gives out secrets" } ?? ""
            effect = StepEffect(.readOnly, reason: "\(what) that only read\(more)")
        }
        return Right(
            action,
            operations: operations(names, of: entry, key),
            on: key.resource,
            effect: effect,
            via: origins,
            condition: key.condition,
        )
    }

    /// Up to 24 actions by name; more as the policy writes them.
    private func operations(_ names: [String], of entry: Entry, _ key: Key) -> [String] {
        if names.count <= 24 { return names }
        if let service = space.catalogue.service(named: key.service) {
            if service.range.count(where: { group($0) == key.group }) == names.count { return ["\(key.service):*"] }
        }
        return entry.patterns.sorted().filter { pattern in
            let shape = IAMPattern(action: pattern)
            return pattern.contains(" ") || names.contains { shape.matches(lowercasing: $0.utf8) }
        }
    }

    private static func yieldsSecrets(_ action: String) -> Bool {
        [
            "secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "ssm:GetParameter",
            "ssm:GetParameters", "ssm:GetParametersByPath", "ec2:GetPasswordData", "redshift:GetClusterCredentials",
            "codeartifact:GetAuthorizationToken", "ecr:GetAuthorizationToken", "rds-db:connect",
            "cognito-identity:GetCredentialsForIdentity", "lambda:GetFunction", "kms:Decrypt",
        ].contains(action)
    }

    private static func isStronger(_ left: Right, _ right: Right) -> Bool {
        func rank(_ value: Right) -> Int {
            switch value.effect.identityClass {
            case .privileged: 0
            case nil: 1
            case .changeCapable: 2
            case .readOnly: 3
            }
        }
        return (
            rank(left), left.resource == "*" ? 0 : 1, left.operations.first ?? "", left.resource, left.condition ?? ""
        )
            < (
                rank(right), right.resource == "*" ? 0 : 1, right.operations.first ?? "", right.resource,
                right.condition ?? ""
            )
    }
}

extension PolicyStatement {
    /// Where the statement applies, in words and as patterns.
    fileprivate var places: [(String, IAMPattern)] {
        isNotResource ? [(resourceText, .everything)] : resources.map { ($0.text, $0.pattern) }
    }

    /// Whether actions of a service can act on a resource: an ARN is of one service, and few others touch it.
    fileprivate func canTouch(_ service: String, at resource: String) -> Bool {
        guard isNotAction || patterns.contains(where: { !$0.contains(":") || $0.hasPrefix("*") }) else { return true }
        let parts = resource.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "arn", !parts[2].contains("*"), !parts[2].contains("?") else { return true }
        let owner = String(parts[2])
        return service == owner || Self.guests[owner]?.contains(service) ?? false
    }

    /// Services whose actions act on resources of another.
    private static let guests: [String: [String]] = [
        "iam": ["sts", "access-analyzer"],
        "ec2": ["ssm", "ec2-instance-connect", "autoscaling", "ssm-guiconnect"],
        "s3": ["s3-object-lambda", "s3express"],
        "rds": ["rds-db", "rds-data"],
        "logs": ["cloudwatch"],
    ]

    /// The patterns as the policy writes them, as far as they speak of a service.
    fileprivate func patternTexts(for service: String) -> [String] {
        if isNotAction { return ["everything except " + patterns.sorted().joined(separator: ", ")] }
        return patterns.filter { pattern in
            guard let colon = pattern.firstIndex(of: ":") else { return true }
            return IAMPattern(action: String(pattern[..<colon])).covers(IAMPattern(service))
        }
    }
}
