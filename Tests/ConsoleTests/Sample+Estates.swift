import Domain

@testable import Console
@testable import ControlPlane

extension Sample {
    static var accountDetail: IdentityDetail {
        var identity = discovered
        identity.kind = .serviceAccount
        identity.name = "deployer"
        identity.workflow = nil
        identity.principal = "arn:aws:iam::1:role/deployer"
        var detail = detail(identity)
        detail.workflow = nil
        var principal = Principal(key: "arn:aws:iam::1:role/deployer", name: "deployer", kind: .role)
        principal.rights = [
            Right(
                .admin,
                operations: ["iam:*"],
                on: "*",
                effect: StepEffect(.privileged, reason: "`iam:*` decides who may do what"),
                via: "policy Admin",
            ),
            Right(
                .read,
                operations: ["s3:GetObject"],
                on: "arn:aws:s3:::bucket/*",
                effect: StepEffect(.readOnly, reason: "1 operation that only reads"),
                via: "group readers",
                condition: "from the office",
            ),
        ]
        principal.memberOf = ["arn:aws:iam::1:group/readers"]
        principal.detail = ["boundary": "none"]
        detail.principal = principal
        detail.trusts = [
            Trust(.assumes, from: "*", to: principal.key, isExternal: true),
            Trust(.runsAs, from: "ci", to: principal.key),
        ]
        detail.history = [
            DefinitionChange(
                at: moment("2026-06-14T12:00:00Z"),
                before: "0123456789abcdef",
                after: "fedcba9876543210",
                changes: ["new right `admin iam:* on *`", "new trust: `*` may assume it, from outside"],
                importedBy: "mira@example.com",
            )
        ]
        return detail
    }

    static var family: IdentityFamily {
        func kin(_ name: String, _ relation: Kin.Relation, _ likeness: Double, shared: [String] = []) -> Kin {
            Kin(
                relation: relation,
                likeness: likeness,
                source: source.id,
                key: name,
                name: name,
                path: "\(name).json",
                sourceName: "n8n-staging",
                environment: "staging",
                team: "Billing",
                created: nil,
                boundaries: ["another source", "another environment"],
                shared: shared,
                reasons: ["the same graph", "11 of 12 steps are alike", "only there: `slack message post`"],
                identity: relation == .clone ? active.id : nil,
            )
        }
        return IdentityFamily(
            identity: discovered,
            kin: [
                kin("Branch", .deployment, 1), kin("Copy <1>", .clone, 1, shared: ["credential `crm`"]),
                kin("Like it", .near, 0.859),
            ],
            threshold: 0.8,
            note: nil,
        )
    }

    static var sourceSummary: SourceSummary {
        var source = source
        source.description.capabilities.owners = true
        source.description.capabilities.activeFlag = true
        source.description.capabilities.notes = [
            .owners: "of 3 of 5 workflows", .lastUse: "exports hold no executions",
        ]
        return SourceSummary(
            source: source,
            parts: ["workflow": 1200, "principal": 3, "credential": 40],
            identities: 1203,
            lastRun: SourceSummary.Run(
                at: source.lastImport,
                actor: "mira@example.com",
                added: 2,
                changed: 1,
                vanished: 0,
                unchanged: 1200,
                rejected: [Rejection(path: "broken.json", line: 1, reason: "no JSON")],
            ),
            isBeingTakenOver: true,
            maturity: SourceMaturity(SourceMaturity.Evidence(lastImport: source.lastImport), at: source.lastImport),
        )
    }
}
