import Domain
import Testing

@testable import Importers

/// Who can become whom.
struct EscalationTests {
    private static let root = "{\"AWS\": \"arn:aws:iam::\(testAccount):root\"}"
    private static func named(_ kind: String, _ name: String) -> String {
        "{\"AWS\": \"\(TestAccount.arn(kind, name))\"}"
    }

    /// An account with an administrator role of a service, and one user with the given statements.
    private func account(
        service: String = "ec2",
        hasProfile: Bool = true,
        _ statements: String...,
        also: (inout TestAccount) -> Void = { _ in },
    ) throws -> Estate {
        var account = TestAccount()
        account.user("ann", statements.joined(separator: ", "))
        account.role("admin", trust: trust(service: service), allow("*"), hasProfile: hasProfile)
        also(&account)
        return try account.estate()
    }

    private func way(_ estate: Estate, _ name: String = "ann") -> String? {
        estate.principals.first { $0.name == name }?.rights.first { $0.via == "escalation" }?.effect.reason
    }

    @Test(
        "Published methods end at the administrator",
        arguments: [
            ("ec2", [allow("iam:PassRole", "ec2:RunInstances")]),
            ("lambda", [allow("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction")]),
            ("lambda", [allow("iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping")]),
            ("lambda", [allow("lambda:UpdateFunctionCode")]),
            ("cloudformation", [allow("iam:PassRole", "cloudformation:CreateStack")]),
            ("cloudformation", [allow("cloudformation:UpdateStack")]),
            ("glue", [allow("iam:PassRole", "glue:CreateDevEndpoint")]),
            ("glue", [allow("glue:UpdateDevEndpoint")]),
            ("sagemaker", [allow("iam:PassRole", "sagemaker:CreateTrainingJob")]),
            ("codebuild", [allow("iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild")]),
            ("datapipeline", [allow("iam:PassRole", "datapipeline:*")]), ("ec2", [allow("ssm:SendCommand")]),
            ("ec2", [allow("ssm:StartSession")]), ("ec2", [allow("ec2-instance-connect:SendSSHPublicKey")]),
            ("ec2", [allow("iam:UpdateAssumeRolePolicy")]), ("ecs-tasks", [allow("ecs:ExecuteCommand")]),
            ("ec2", [allow("iam:Pass*", "ec2:Run*")]),
            ("ec2", [statement("Allow", "NotAction", ["s3:*"], "Resource", ["*"])]),
            (
                "ec2",
                [
                    allow("iam:PassRole", when: "\"StringEquals\": {\"iam:PassedToService\": \"ec2.amazonaws.com\"}"),
                    allow("ec2:RunInstances"),
                ]
            ),
        ]
    )
    func methods(service: String, statements: [String]) throws {
        let estate = try account(service: service, statements.joined(separator: ", "))
        let reason = way(estate) ?? estate.principals.first { $0.name == "ann" }?.detail["administrator"]
        #expect(reason != nil)
        #expect(estate.counts["escalatingUsers"] == 1 || estate.counts["adminUsers"] == 1)
    }

    @Test(
        "What only looks like a method is none",
        arguments: [
            ("ec2", [allow("iam:PassRole")]), ("ec2", [allow("ec2:RunInstances")]),
            ("ec2", [allow("iam:PassRole", on: [TestAccount.arn("role", "harmless")]), allow("ec2:RunInstances")]),
            ("lambda", [allow("iam:PassRole", "ec2:RunInstances")]),
            (
                "ec2",
                [
                    allow(
                        "iam:PassRole",
                        when: "\"StringEquals\": {\"iam:PassedToService\": \"lambda.amazonaws.com\"}"
                    ),
                    allow("ec2:RunInstances"),
                ]
            ),
            ("ec2", [allow("iam:PassRole", "ec2:RunInstances"), deny("iam:PassRole")]),
            ("ec2", [allow("iam:PassRole", "ec2:RunInstances"), deny("*")]), ("ec2", [allow("*"), deny("*")]),
            ("ec2", [allow("iam:PutUserPolicy", on: [TestAccount.arn("user", "bob")])]),
            (
                "ec2",
                [
                    allow(
                        "iam:AttachUserPolicy",
                        when: "\"ArnEquals\": {\"iam:PolicyARN\": \"arn:aws:iam::aws:policy/ReadOnlyAccess\"}"
                    )
                ]
            ),
            ("ec2", [allow("iam:CreateAccessKey", on: [TestAccount.arn("user", "${aws:username}")])]),
        ]
    )
    func lookalikes(service: String, statements: [String]) throws {
        let estate = try account(service: service, statements.joined(separator: ", "))
        #expect(way(estate) == nil)
        #expect(estate.counts["escalatingUsers"] == 0)
        #expect(estate.counts["adminUsers"] == 0)
    }

    @Test(
        "Whoever rewrites its own rights can give itself everything",
        arguments: [
            "iam:PutUserPolicy", "iam:AttachUserPolicy", "iam:PutGroupPolicy", "iam:AttachGroupPolicy",
            "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion",
        ]
    )
    func ownRights(action: String) throws {
        var account = TestAccount()
        account.policy("held", allow(action))
        account.group("team")
        account.user("ann", groups: ["team"], attached: ["held"])
        account.user("bob")
        let estate = try account.estate()
        #expect(way(estate) == "can become administrator: \(action) on itself")
        #expect(way(estate, "bob") == nil)
    }

    @Test("Whoever rewrites the rights of all others makes administrators, and is told as such")
    func othersRights() throws {
        var account = TestAccount()
        account.user("ann", allow("iam:AttachRolePolicy"))
        account.user("bob", allow("iam:AttachRolePolicy", on: [TestAccount.arn("role", "one")]))
        account.role("work", trust: trust(service: "lambda"), allow("iam:AttachUserPolicy"))
        account.role("one", trust: trust(service: "lambda"))
        let estate = try account.estate()
        #expect(way(estate) == "can become administrator: iam:AttachRolePolicy on any role")
        #expect(way(estate, "bob") == nil)
        #expect(way(estate, "work") == "can become administrator: iam:AttachUserPolicy on any user")
        let right = estate.principals.first?.rights.first { $0.via == "escalation" }
        #expect(right?.condition == "once it controls a role")
    }

    @Test("A boundary keeps from it")
    func boundary() throws {
        var account = TestAccount()
        account.policy("limit", allow("s3:*"))
        account.user("ann", allow("iam:*"), boundary: "limit")
        account.user("bob", allow("*"), boundary: "limit")
        let estate = try account.estate()
        #expect(way(estate) == nil)
        #expect(estate.counts["adminUsers"] == 0)
        #expect(estate.principals.map { $0.rights.count } == [0, 3])
        #expect(estate.principals.first?.detail["boundary"] == TestAccount.arn("policy", "limit"))
    }

    @Test("Taking over a user, joining a group and chains of roles lead on")
    func chains() throws {
        var account = TestAccount()
        account.group("admins", allow("*"))
        account.user("joiner", allow("iam:AddUserToGroup"))
        account.user("taker", allow("iam:CreateAccessKey", on: [TestAccount.arn("user", "root*")]))
        account.user("rooty", groups: ["admins"])
        account.user("walker", allow("sts:AssumeRole", on: [TestAccount.arn("role", "first")]))
        account.role("first", trust: trust(Self.root), allow("sts:AssumeRole"))
        account.role("second", trust: trust(Self.named("role", "first")), allow("s3:*"))
        account.role("third", trust: trust(Self.named("role", "second")), allow("*"))
        let estate = try account.estate()
        #expect(way(estate, "joiner") == "can become administrator: iam:AddUserToGroup → group `admins`")
        #expect(way(estate, "taker") == "can become administrator: iam:CreateAccessKey → user `rooty`")
        let walker = try #require(estate.principals.first { $0.name == "walker" })
        let third = try #require(walker.rights.first { $0.resource == TestAccount.arn("role", "third") })
        #expect(
            third.effect.reason == """
                can become administrator: sts:AssumeRole → role `first`, then sts:AssumeRole → role `second`, \
                then sts:AssumeRole → role `third`
                """
        )
        #expect(third.via == "roles taken on")
        #expect(third.effect.identityClass == .privileged)
    }

    @Test("Roles that let each other in do not end the program")
    func cycle() throws {
        var account = TestAccount()
        account.role("one", trust: trust(Self.named("role", "two")), allow("sts:AssumeRole"))
        account.role("two", trust: trust(Self.named("role", "one")), allow("sts:AssumeRole"))
        account.role("self", trust: trust(Self.named("role", "self")), allow("sts:AssumeRole"))
        let estate = try account.estate()
        #expect(estate.trusts.filter { !$0.isExternal }.count == 2)
        #expect(estate.counts["escalatingRoles"] == 0)
    }

    /// What a trust policy and the caller's own policy come to.
    @Test(
        "Both sides must let a role be taken on",
        arguments: [
            ("named, without a policy of its own", trust(named("user", "ann")), [], true),
            ("named, and denied by a policy of its own", trust(named("user", "ann")), [deny("sts:*")], false),
            ("the account, without a policy of its own", trust(root), [], false),
            ("the account, and allowed", trust(root), [allow("sts:AssumeRole")], true),
            ("the account by its number", trust("{\"AWS\": \"\(testAccount)\"}"), [allow("sts:AssumeRole")], true),
            (
                "the account, and allowed for another role", trust(root),
                [allow("sts:AssumeRole", on: [TestAccount.arn("role", "x")])], false
            ),
            ("another user", trust(named("user", "bob")), [allow("sts:AssumeRole")], false),
            (
                "another account", trust("{\"AWS\": \"arn:aws:iam::999988887777:root\"}"), [allow("sts:AssumeRole")],
                false
            ),
            ("a service", trust(service: "ec2"), [allow("sts:AssumeRole")], false),
            ("everybody", trust("\"*\""), [], true), ("everybody of AWS", trust("{\"AWS\": \"*\"}"), [], true),
            (
                "the account, less the user", trust(root) + ", " + trust(named("user", "ann"), effect: "Deny"),
                [allow("sts:*")], false
            ),
            ("another call only", trust(root, action: "sts:TagSession"), [allow("sts:*")], false),
            ("calls with a star", trust(root, action: "sts:Assume*"), [allow("sts:*")], true),
        ]
    )
    func bothSides(what: String, trust: String, own: [String], isAllowed: Bool) throws {
        var account = TestAccount()
        account.user("ann", own.joined(separator: ", "))
        account.role("target", trust: trust, allow("s3:*"))
        let estate = try account.estate()
        let isFound = estate.trusts.contains { $0.from == TestAccount.arn("user", "ann") }
        #expect(isFound == isAllowed, "\(what)")
    }

    @Test("Trusts tell accounts, services, providers and everybody apart, with their conditions")
    func trusts() throws {
        var account = TestAccount()
        let external = "\"StringEquals\": {\"sts:ExternalId\": \"a1\"}"
        let github = "arn:aws:iam::\(testAccount):oidc-provider/token.actions.githubusercontent.com"
        let audience = "\"StringEquals\": {\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\"}"
        account.role(
            "many",
            trust: [
                trust("{\"AWS\": [\"arn:aws:iam::999988887777:root\", \"AIDAGONE\"]}", when: external),
                trust("{\"Service\": [\"ec2.amazonaws.com\", \"lambda.amazonaws.com\"]}"),
                trust("{\"Federated\": \"\(github)\"}", action: "sts:AssumeRoleWithWebIdentity", when: audience),
                trust("\"*\"", when: "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}"),
            ].joined(separator: ", ")
        )
        let estate = try account.estate()
        let role = TestAccount.arn("role", "many")
        #expect(
            Set(estate.trusts) == [
                Trust(
                    .assumes,
                    from: "arn:aws:iam::999988887777:root",
                    to: role,
                    isExternal: true,
                    condition: "StringEquals sts:ExternalId a1"
                ),
                Trust(
                    .assumes,
                    from: "AIDAGONE",
                    to: role,
                    isExternal: true,
                    condition: "StringEquals sts:ExternalId a1"
                ),
                Trust(.runsAs, from: "ec2.amazonaws.com", to: role, isExternal: true),
                Trust(.runsAs, from: "lambda.amazonaws.com", to: role, isExternal: true),
                Trust(
                    .federates,
                    from: github,
                    to: role,
                    isExternal: true,
                    condition: "StringEquals token.actions.githubusercontent.com:aud sts.amazonaws.com"
                ),
                Trust(
                    .assumes,
                    from: "*",
                    to: role,
                    isExternal: true,
                    condition: "StringEquals aws:PrincipalOrgID o-1"
                ),
            ]
        )
        let detail = try #require(estate.principals.first?.detail["trust"])
        #expect(detail.contains("anybody may take it on when StringEquals aws:PrincipalOrgID o-1"))
        #expect(detail.contains("any tenant of `token.actions.githubusercontent.com` may take it on"))
        #expect(detail.contains("names `AIDAGONE`, which no longer exists"))
        #expect(estate.counts["rolesTrustingAnyone"] == 1)
        #expect(estate.counts["rolesTrustingOtherAccounts"] == 1)
        #expect(estate.counts["rolesTrustingFederation"] == 1)
    }
}
