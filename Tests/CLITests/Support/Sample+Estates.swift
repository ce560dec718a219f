import Domain
import Wire

extension Sample {
    static var sourceRecord: SourceRecord {
        var source = source
        source.description.capabilities.owners = true
        source.description.capabilities.notes = [
            .owners: "of 3 of 5 workflows", .lastUse: "exports hold no executions",
        ]
        return SourceRecord(
            source: source,
            parts: ["workflow": 5, "credential": 4],
            identities: 5,
            lastRun: SourceRecord.Run(
                at: source.lastImport,
                actor: "ada@example.com",
                added: 1,
                changed: 1,
                vanished: 0,
                unchanged: 3,
                rejected: [Rejection(path: "broken.json", line: 3, reason: "no JSON")],
            ),
            isBeingTakenOver: false,
            blindSpots: source.description.blindSpots,
            maturity: maturity,
        )
    }

    private static var maturity: SourceMaturity {
        var evidence = SourceMaturity.Evidence(lastImport: now)
        evidence.identities = 5
        evidence.owned = 3
        return SourceMaturity(evidence, at: now)
    }

    static var accountRecord: IdentityRecord {
        var record = bareRecord
        record.identity.kind = .serviceAccount
        record.identity.name = "deployer"
        record.identity.principal = "arn:deployer"
        record.identity.workflow = nil
        var principal = Principal(key: "arn:deployer", name: "deployer", kind: .role)
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
                operations: ["s3:GetObject", "s3:ListBucket"],
                on: "arn:bucket/*",
                effect: StepEffect(.readOnly, reason: "2 operations that only read"),
                via: "group readers",
                condition: "from the office",
            ),
        ]
        principal.memberOf = ["arn:group/readers"]
        principal.credentials = [CredentialReference(kind: "accessKey", id: "AK1", name: "access key 1")]
        record.principal = principal
        record.trusts = [
            Trust(.assumes, from: "*", to: "arn:deployer", isExternal: true),
            Trust(.runsAs, from: "ci", to: "arn:deployer"),
        ]
        record.history = [
            DefinitionChange(
                at: now,
                before: "d1",
                after: "d2",
                changes: ["new right `admin iam:* on *`"],
                importedBy: "ada@example.com",
            )
        ]
        return record
    }

    static var family: FamilyRecord {
        func kin(_ name: String, _ relation: Kin.Relation, _ likeness: Double) -> Kin {
            Kin(
                relation: relation,
                likeness: likeness,
                source: source.id,
                key: name,
                name: name,
                path: "\(name).json",
                sourceName: "n8n-staging",
                environment: "staging",
                team: "billing",
                created: nil,
                boundaries: ["another source", "another environment"],
                shared: relation == .clone ? ["credential `ledger`"] : [],
                reasons: ["why"],
                identity: nil,
            )
        }
        let all = [kin("copy", .clone, 1), kin("branch", .deployment, 1), kin("like", .near, 0.859)]
        return FamilyRecord(identity: bare.id, name: "Sync invoices", kin: all, threshold: 0.8, note: nil)
    }
}
