import Testing

@testable import Importers

/// Cases after the vendor's documentation: "Policy evaluation logic", "Permissions boundaries for IAM entities", "IAM JSON
/// policy elements reference".
struct EffectivePermissionsTests {
    enum Answer: String, Sendable {
        case allowed, conditional, denied, notAllowed
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var policy: [String]
        var boundary: [String]?
        var version: String? = "2012-10-17"
        var action: String
        var resource = "*"
        var answer: Answer

        var testDescription: String { what }

        init(
            _ what: String,
            _ policy: String...,
            boundary: [String]? = nil,
            version: String? = "2012-10-17",
            may action: String,
            on resource: String = "*",
            is answer: Answer,
        ) {
            self.what = what
            self.policy = policy
            self.boundary = boundary
            self.version = version
            self.action = action
            self.resource = resource
            self.answer = answer
        }
    }

    static let bucket = "arn:aws:s3:::reports/2026.csv"
    static let mfa = "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}"
    static let noMFA = "\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}"

    static let cases: [Case] = [
        // Default and allow
        Case("nothing allows", may: "s3:GetObject", is: .notAllowed),
        Case("an Allow allows", allow("s3:GetObject"), may: "s3:GetObject", is: .allowed),
        Case("another action stays refused", allow("s3:GetObject"), may: "s3:PutObject", is: .notAllowed),
        Case("a star allows everything", allow("*"), may: "iam:CreateUser", is: .allowed),
        Case("two stars allow everything", allow("*:*"), may: "iam:CreateUser", is: .allowed),
        Case("a service's star allows its actions", allow("s3:*"), may: "s3:DeleteBucket", is: .allowed),
        Case("a service's star allows no other service", allow("s3:*"), may: "ec2:RunInstances", is: .notAllowed),
        Case("a prefix with a star", allow("s3:Get*"), may: "s3:GetBucketPolicy", is: .allowed),
        Case("a star in the middle", allow("iam:*LoginProfile"), may: "iam:UpdateLoginProfile", is: .allowed),
        Case("a star between", allow("iam:C*Key"), may: "iam:CreateAccessKey", is: .allowed),
        Case("a star between does not reach further", allow("iam:C*Key"), may: "iam:CreateUser", is: .notAllowed),
        Case("a question mark is one character", allow("s3:GetObjec?"), may: "s3:GetObject", is: .allowed),
        Case("a question mark is not none", allow("s3:GetObject?"), may: "s3:GetObject", is: .notAllowed),
        Case("actions are compared without case", allow("S3:getOBJECT"), may: "s3:GetObject", is: .allowed),
        Case("an action no catalogue knows", allow("newsvc:MakeThing"), may: "newsvc:MakeThing", is: .allowed),
        Case("a star matches an unknown action", allow("newsvc:*"), may: "newsvc:MakeThing", is: .allowed),
        Case("an empty action allows nothing", allow(""), may: "s3:GetObject", is: .notAllowed),
        // Resources
        Case("the resource itself", allow("s3:GetObject", on: [bucket]), may: "s3:GetObject", on: bucket, is: .allowed),
        Case(
            "a resource below a star",
            allow("s3:GetObject", on: ["arn:aws:s3:::reports/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        Case(
            "another resource",
            allow("s3:GetObject", on: ["arn:aws:s3:::other/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .notAllowed
        ),
        Case(
            "resources are compared with case",
            allow("s3:GetObject", on: ["arn:aws:s3:::Reports/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .notAllowed
        ),
        Case(
            "one of several resources",
            allow("s3:GetObject", on: ["arn:aws:s3:::a/*", "arn:aws:s3:::reports/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        Case(
            "part of the resources is not all of them",
            allow("s3:GetObject", on: [bucket]),
            may: "s3:GetObject",
            is: .notAllowed
        ),
        Case(
            "a star in the middle of a resource",
            allow("s3:GetObject", on: ["arn:aws:s3:::*/2026.csv"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        // NotAction and NotResource
        Case(
            "NotAction allows what it does not name",
            statement("Allow", "NotAction", ["iam:*"], "Resource", ["*"]),
            may: "s3:GetObject",
            is: .allowed
        ),
        Case(
            "NotAction leaves what it names",
            statement("Allow", "NotAction", ["iam:*"], "Resource", ["*"]),
            may: "iam:CreateUser",
            is: .notAllowed
        ),
        Case(
            "NotAction is no Deny",
            statement("Allow", "NotAction", ["iam:*"], "Resource", ["*"]),
            allow("iam:ListUsers"),
            may: "iam:ListUsers",
            is: .allowed
        ),
        Case(
            "NotAction allows unknown actions",
            statement("Allow", "NotAction", ["iam:*"], "Resource", ["*"]),
            may: "newsvc:MakeThing",
            is: .allowed
        ),
        Case(
            "Deny with NotAction keeps what it names",
            allow("*"),
            statement("Deny", "NotAction", ["s3:*"], "Resource", ["*"]),
            may: "s3:GetObject",
            is: .allowed
        ),
        Case(
            "Deny with NotAction ends the rest",
            allow("*"),
            statement("Deny", "NotAction", ["s3:*"], "Resource", ["*"]),
            may: "ec2:RunInstances",
            is: .denied
        ),
        Case(
            "NotResource allows what it does not name",
            statement("Allow", "Action", ["s3:GetObject"], "NotResource", ["arn:aws:s3:::secret/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        Case(
            "NotResource leaves what it names",
            statement("Allow", "Action", ["s3:GetObject"], "NotResource", ["arn:aws:s3:::reports/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .notAllowed
        ),
        Case(
            "Deny with NotResource ends the rest",
            allow("s3:*"),
            statement("Deny", "Action", ["s3:*"], "NotResource", ["arn:aws:s3:::other/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .denied
        ),
        Case(
            "Deny with NotResource keeps what it names",
            allow("s3:*"),
            statement("Deny", "Action", ["s3:*"], "NotResource", ["arn:aws:s3:::reports/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        // Deny
        Case(
            "a Deny goes before an Allow",
            allow("s3:*"),
            deny("s3:DeleteBucket"),
            may: "s3:DeleteBucket",
            is: .denied
        ),
        Case(
            "a Deny goes before an Allow whatever their order",
            deny("s3:DeleteBucket"),
            allow("s3:*"),
            may: "s3:DeleteBucket",
            is: .denied
        ),
        Case("a Deny leaves other actions", allow("s3:*"), deny("s3:DeleteBucket"), may: "s3:GetObject", is: .allowed),
        Case("a Deny of everything ends everything", allow("*"), deny("*"), may: "s3:GetObject", is: .denied),
        Case("a Deny with a star in the middle", allow("*"), deny("iam:*User*"), may: "iam:PutUserPolicy", is: .denied),
        Case("a Deny is compared without case", allow("*"), deny("IAM:CREATEUSER"), may: "iam:CreateUser", is: .denied),
        Case(
            "a Deny on another resource leaves it",
            allow("s3:*"),
            deny("s3:*", on: ["arn:aws:s3:::other/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        Case(
            "a Deny on part of it limits",
            allow("s3:*"),
            deny("s3:*", on: ["arn:aws:s3:::reports/*"]),
            may: "s3:GetObject",
            is: .conditional
        ),
        Case(
            "a Deny under a condition is noted",
            allow("s3:*"),
            deny("s3:*", when: noMFA),
            may: "s3:GetObject",
            is: .conditional
        ),
        Case(
            "a Deny under a condition about other actions is not",
            allow("s3:*"),
            deny("ec2:*", when: noMFA),
            may: "s3:GetObject",
            is: .allowed
        ),
        Case(
            "two Denies, one without a condition",
            allow("s3:*"),
            deny("s3:*", when: noMFA),
            deny("s3:Get*"),
            may: "s3:GetObject",
            is: .denied
        ),
        // Conditions
        Case("an Allow under a condition is noted", allow("s3:*", when: mfa), may: "s3:GetObject", is: .conditional),
        Case(
            "an Allow without a condition beside it",
            allow("s3:*", when: mfa),
            allow("s3:Get*"),
            may: "s3:GetObject",
            is: .allowed
        ),
        Case("an empty condition is none", allow("s3:*", when: ""), may: "s3:GetObject", is: .allowed),
        // Boundaries
        Case("a boundary allows by itself nothing", boundary: [allow("*")], may: "s3:GetObject", is: .notAllowed),
        Case("within the boundary", allow("*"), boundary: [allow("s3:*")], may: "s3:GetObject", is: .allowed),
        Case("outside the boundary", allow("*"), boundary: [allow("s3:*")], may: "ec2:RunInstances", is: .notAllowed),
        Case("an empty boundary refuses everything", allow("*"), boundary: [], may: "s3:GetObject", is: .notAllowed),
        Case(
            "a Deny in the boundary denies",
            allow("*"),
            boundary: [allow("*"), deny("iam:*")],
            may: "iam:CreateUser",
            is: .denied
        ),
        Case(
            "a boundary under a condition is noted",
            allow("*"),
            boundary: [allow("*", when: mfa)],
            may: "s3:GetObject",
            is: .conditional
        ),
        Case(
            "a boundary on another resource",
            allow("*"),
            boundary: [allow("*", on: ["arn:aws:s3:::other/*"])],
            may: "s3:GetObject",
            on: bucket,
            is: .notAllowed
        ),
        Case(
            "a boundary on part of it limits",
            allow("*"),
            boundary: [allow("*", on: ["arn:aws:s3:::reports/*"])],
            may: "s3:GetObject",
            is: .conditional
        ),
        Case(
            "NotAction in a boundary",
            allow("*"),
            boundary: [statement("Allow", "NotAction", ["iam:*"], "Resource", ["*"])],
            may: "iam:CreateUser",
            is: .notAllowed
        ),
        Case(
            "two statements of a boundary together",
            allow("*"),
            boundary: [allow("s3:*"), allow("ec2:*")],
            may: "ec2:RunInstances",
            is: .allowed
        ),
        // Variables
        Case(
            "a user's name is filled in",
            allow("iam:*", on: ["arn:aws:iam::111122223333:user/${aws:username}"]),
            may: "iam:CreateAccessKey",
            on: "arn:aws:iam::111122223333:user/ann",
            is: .allowed
        ),
        Case(
            "another user's is not",
            allow("iam:*", on: ["arn:aws:iam::111122223333:user/${aws:username}"]),
            may: "iam:CreateAccessKey",
            on: "arn:aws:iam::111122223333:user/bob",
            is: .notAllowed
        ),
        Case(
            "a tag of the user's is filled in",
            allow("s3:*", on: ["arn:aws:s3:::${aws:PrincipalTag/team}/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        Case(
            "a tag the user lacks matches nothing",
            allow("s3:*", on: ["arn:aws:s3:::${aws:PrincipalTag/none}/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .notAllowed
        ),
        Case(
            "a default stands in for it",
            allow("s3:*", on: ["arn:aws:s3:::${aws:PrincipalTag/none, 'reports'}/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .allowed
        ),
        Case(
            "what only the request tells may match",
            allow("s3:*", on: ["arn:aws:s3:::${aws:SourceVpc}/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .conditional
        ),
        Case(
            "a Deny with what only the request tells is noted",
            allow("s3:*"),
            deny("s3:*", on: ["arn:aws:s3:::${aws:SourceVpc}/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .conditional
        ),
        Case(
            "a star may be meant as such",
            allow("s3:*", on: ["arn:aws:s3:::${*}/*"]),
            may: "s3:GetObject",
            on: bucket,
            is: .notAllowed
        ),
        Case(
            "the old version knows no variables",
            allow("iam:*", on: ["arn:aws:iam::111122223333:user/${aws:username}"]),
            version: "2008-10-17",
            may: "iam:CreateAccessKey",
            on: "arn:aws:iam::111122223333:user/ann",
            is: .notAllowed
        ),
        Case(
            "no version is the old version",
            allow("iam:*", on: ["arn:aws:iam::111122223333:user/${aws:username}"]),
            version: nil,
            may: "iam:CreateAccessKey",
            on: "arn:aws:iam::111122223333:user/ann",
            is: .notAllowed
        ),
    ]

    @Test("What policies come to is what the vendor documents", arguments: cases)
    func outcome(_ given: Case) throws {
        let policy = try document(given.policy, version: given.version)
        let boundary = try given.boundary.map { try document($0, version: given.version) }
        let policies = [policy] + (boundary.map { [$0] } ?? [])
        var space = ActionSpace(policies: policies, also: [given.action])
        let variables = PolicyVariables(user: "ann", id: "AIDAann", account: testAccount, tags: ["Team": "reports"])
        let own = PreparedPolicy(policy, origin: "policy `own`", in: &space).statements(for: variables)
        let limit = boundary.map { PreparedPolicy($0, origin: "the boundary", in: &space).statements(for: variables) }
        let permissions = EffectivePermissions(identity: own, boundary: limit)
        let action = try #require(space.number(of: given.action))
        let outcome = permissions.outcome(of: action, on: IAMPattern(given.resource))
        let answer: Answer =
            switch outcome {
            case .allowed: .allowed
            case .conditional: .conditional
            case .denied: .denied
            case .notAllowed: .notAllowed
            }
        #expect(answer == given.answer, "\(outcome)")
    }

    @Test("The conditions of an Allow, a Deny and a boundary are told together")
    func conditions() throws {
        let policy = try document(
            [
                allow("s3:*", when: Self.mfa),
                deny("s3:Get*", when: "\"IpAddress\": {\"aws:SourceIp\": [\"192.0.2.0/24\"]}"),
            ],
            version: "2012-10-17"
        )
        let boundary = try document([allow("s3:*", on: ["arn:aws:s3:::reports/*"])], version: "2012-10-17")
        var space = ActionSpace(policies: [policy, boundary])
        let variables = PolicyVariables()
        let own = PreparedPolicy(policy, origin: "policy `own`", in: &space).statements(for: variables)
        let limit = PreparedPolicy(boundary, origin: "the boundary", in: &space).statements(for: variables)
        let permissions = EffectivePermissions(identity: own, boundary: limit)
        let action = try #require(space.number(of: "s3:GetObject"))
        let text = """
            Bool aws:MultiFactorAuthPresent true; not when IpAddress aws:SourceIp 192.0.2.0/24 (policy `own`); \
            in the boundary on arn:aws:s3:::reports/*
            """
        #expect(permissions.outcome(of: action, on: .everything) == .conditional([text]))
    }

    @Test(
        "A pattern covers another only when it matches all that the other does",
        arguments: [
            ("*", "a*b", true), ("a*", "a*b", true), ("a*b", "a*", false), ("a?c", "abc", true), ("abc", "a?c", false),
            ("a*c", "a?c", true), ("?", "*", false), ("*", "", true), ("", "", true), ("", "a", false),
            ("**", "x", true),
            ("a*b*c", "a1b2c", true), ("a*b*c", "a1c2b", false), ("*a", "aaa", true), ("a??", "a?*", false),
        ]
    )
    func covers(pattern: String, other: String, covers: Bool) {
        #expect(IAMPattern(pattern).covers(IAMPattern(other)) == covers)
    }

    @Test(
        "Two patterns overlap when some text is matched by both",
        arguments: [
            ("a*", "*b", true), ("a*", "b*", false), ("a?", "?b", true), ("a*c", "ab*", true), ("abc", "a*", true),
            ("*", "*", true), ("a*z", "a*y", false), ("?", "??", false), ("x*y*", "*y", true), ("", "*", true),
        ]
    )
    func overlaps(pattern: String, other: String, overlaps: Bool) {
        #expect(IAMPattern(pattern).overlaps(IAMPattern(other)) == overlaps)
        #expect(IAMPattern(other).overlaps(IAMPattern(pattern)) == overlaps)
    }

    private func document(_ statements: [String], version: String?) throws -> IAMPolicy {
        let version = version.map { "\"Version\": \"\($0)\", " } ?? ""
        return try IAMPolicy(text: "{\(version)\"Statement\": [\(statements.joined(separator: ", "))]}")
    }
}
