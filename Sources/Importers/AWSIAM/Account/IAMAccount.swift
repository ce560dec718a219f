import Domain

/// An account joined from all pages and reports that are at hand.
struct IAMAccount: Sendable {
    /// nil when no ARN with a number was met.
    var number: String?
    private(set) var entities: [IAMEntity] = []
    private(set) var policies: [String: IAMManagedPolicy] = [:]
    /// Rows of the credential report by ARN; nil when there is no report.
    private(set) var report: [String: CredentialReport.Row]?
    private(set) var remarks: [Rejection] = []
    /// Documents of the vendor's policies that lie beside the account, by name.
    private var loose: [String: IAMPolicy] = [:]
    private var places: [String: Int] = [:]

    init(_ parts: [(path: String, part: AWSIAMPart)]) {
        for (path, part) in parts { take(part, from: path) }
        number = parts.lazy.compactMap(\.part.account).first
    }

    init(page: IAMPage, report: CredentialReport?) {
        var part = AWSIAMPart()
        part.page = page
        part.report = report
        self.init([("", part)])
    }

    /// The policy an ARN names: from the account, else from a file of its own, else one of the few known by heart.
    func managed(_ arn: String) -> IAMManagedPolicy? {
        if let policy = policies[arn], policy.policy != nil { return policy }
        guard arn.contains(":iam::aws:policy/"), let name = arn.split(separator: "/").last.map(String.init),
            let policy = loose[name] ?? IAMPolicy.wellKnown[name]
        else { return policies[arn] }
        return IAMManagedPolicy(arn: arn, name: name, policy: policy)
    }

    private mutating func take(_ part: AWSIAMPart, from path: String) {
        remarks += part.page.faults.map { Rejection(path: path, reason: $0) }
        if let name = part.policyName, let policy = part.policy { loose[name] = policy }
        for policy in part.page.policies {
            if let known = policies[policy.arn], known != policy, known.policy != nil, policy.policy != nil {
                remarks.append(
                    Rejection(
                        path: path,
                        reason: "policy `\(policy.name)` differs from an earlier file; this one counts"
                    )
                )
            }
            if policy.policy != nil || policies[policy.arn] == nil { policies[policy.arn] = policy }
        }
        for entity in part.page.entities {
            guard let place = places[entity.arn] else {
                places[entity.arn] = entities.count
                entities.append(entity)
                continue
            }
            var plain = entities[place]
            plain.file = entity.file
            if plain != entity {
                let what = "\(entity.kind.rawValue) `\(entity.name)`"
                remarks.append(Rejection(path: path, reason: "\(what) differs from an earlier file; this one counts"))
            }
            entities[place] = entity
        }
        if let rows = part.report?.rows {
            report = (report ?? [:]).merging(rows.map { ($0.arn, $0) }) { $1 }
        }
    }
}

extension IAMPolicy {
    /// What some policies of the vendor say, for accounts that leave them out of their description.
    static let wellKnown: [String: IAMPolicy] = [
        "AdministratorAccess": IAMPolicy(allowing: ["*"]),
        "IAMFullAccess": IAMPolicy(allowing: ["iam:*", "organizations:DescribeAccount"]),
        "PowerUserAccess": IAMPolicy(
            version: "2012-10-17",
            statements: [
                Statement(
                    isAllow: true,
                    actions: ["iam:*", "organizations:*", "account:*"],
                    isNotAction: true,
                    resources: ["*"]
                ),
                Statement(
                    isAllow: true,
                    actions: [
                        "iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles",
                        "organizations:DescribeOrganization", "account:ListRegions",
                    ],
                    resources: ["*"]
                ),
            ]
        ),
    ]

    private init(allowing actions: [String]) {
        version = "2012-10-17"
        statements = [Statement(isAllow: true, actions: actions, resources: ["*"])]
    }
}
