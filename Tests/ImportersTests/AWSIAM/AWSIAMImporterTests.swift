import Domain
import Testing

@testable import Importers

/// Accounts from files: pages, reports, encodings, and what is broken in them.
struct AWSIAMImporterTests {
    private static let reportHeader = """
        user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,\
        mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,\
        access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,\
        access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,\
        cert_1_last_rotated,cert_2_active,cert_2_last_rotated
        """

    private static func row(
        _ name: String,
        password: Bool?,
        keys: [(Bool, String, String)],
        mfa: Bool = false
    ) -> String {
        let arn = name == "<root_account>" ? "arn:aws:iam::\(testAccount):root" : TestAccount.arn("user", name)
        let flag = password.map { "\($0)" } ?? "not_supported"
        var fields = [name, arn, "2020-01-01T00:00:00+00:00", flag]
        fields +=
            password == true
            ? ["2026-02-01T00:00:00+00:00", "2025-01-01T00:00:00+00:00", "2026-12-31T00:00:00+00:00"]
            : ["no_information", "N/A", "N/A"]
        fields.append("\(mfa)")
        for index in 0..<2 {
            let key = index < keys.count ? keys[index] : (false, "N/A", "N/A")
            fields += ["\(key.0)", key.1, key.2, "us-east-1", key.2 == "N/A" ? "N/A" : "s3"]
        }
        return (fields + ["false", "N/A", "false", "N/A"]).joined(separator: ",")
    }

    private static let report = [
        reportHeader, row("<root_account>", password: nil, keys: [], mfa: true),
        row("ann", password: true, keys: [(true, "2024-05-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00")]),
        row(
            "bot",
            password: false,
            keys: [(true, "2021-01-01T00:00:00+00:00", "N/A"), (false, "2019-01-01T00:00:00+00:00", "N/A")]
        ),
        row("idle", password: false, keys: []),
    ].joined(separator: "\n")

    private static func page(_ build: (inout TestAccount) -> Void) -> String {
        var account = TestAccount()
        build(&account)
        return account.json
    }

    private func estates(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> [Estate] {
        try await withFiles(files) { folder in
            var options = options
            options.name = "folder"
            return try await ImportRun(AWSIAMImporter(), options: options).estates(at: folder)
        }
    }

    @Test("Pages in several files and folders are one account, and its number is the source")
    func pages() async throws {
        var options = ImportOptions()
        options.environments = [testAccount: "production"]
        let estates = try await estates(
            [
                "one/a+b/page1.json": Self.page { $0.user("ann", groups: ["team"]) },
                "two/page2.json":
                    "[\(Self.page { $0.group("team", allow("s3:GetObject")) }), \(Self.page { $0.role("r", trust: trust(service: "ec2")) })]",
                "two/other.json": "{\"SummaryMap\": {}}", "README.md": "x",
            ],
            options: options
        )
        #expect(estates.map(\.source.root) == [testAccount])
        let estate = try #require(estates.first)
        #expect(estate.source.environment == "production")
        #expect(estate.principals.map(\.name) == ["ann", "team", "r"])
        #expect(estate.principals.first?.environment == "production")
        #expect(estate.principals.first?.memberOf == [TestAccount.arn("group", "team")])
        #expect(estate.principals.first?.rights.first?.operations == ["s3:GetObject"])
        #expect(estate.principals.first?.rights.first?.via == "inline policy `own` of group `team`")
        #expect(estate.counts["files"] == 3)
        #expect(estate.counts["otherFiles"] == 1)
        #expect(estate.counts["ignored"] == 1)
    }

    @Test("Two accounts in one folder are two sources")
    func accounts() async throws {
        let other = Self.page { $0.user("bob") }.replacing(testAccount, with: "999988887777")
        let estates = try await estates(["a.json": Self.page { $0.user("ann") }, "b.json": other])
        #expect(estates.map(\.source.root) == [testAccount, "999988887777"])
        #expect(estates.map { $0.principals.map(\.name) } == [["ann"], ["bob"]])
    }

    @Test("A user that is told differently twice is taken from the later file, and said so")
    func contradictions() async throws {
        let estates = try await estates([
            "a.json": Self.page { $0.user("ann", allow("s3:*")) },
            "b.json": Self.page { $0.user("ann", allow("ec2:*")) },
            "c.json": Self.page { $0.user("ann", allow("ec2:*")) },
        ])
        let estate = try #require(estates.first)
        #expect(estate.principals.count == 1)
        #expect(
            estate.principals.first?.rights.allSatisfy { $0.operations.allSatisfy { $0.hasPrefix("ec2:") } } == true
        )
        #expect(estate.remarks.map(\.path) == ["b.json"])
    }

    @Test("The credential report tells people from services, and how old keys are", arguments: [0, 1, 2])
    func credentialReport(form: Int) async throws {
        let text = Self.report
        let escaped = text.replacing("\n", with: "\\n")
        let file: (String, String) =
            switch form {
            case 0: ("report.csv", text)
            case 1:
                (
                    "report.json",
                    "{\"Content\": \"\(base64(text))\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"2026-01-01\"}"
                )
            default: ("report.json", "{\"Content\": \"\(escaped)\", \"ReportFormat\": \"text/csv\"}")
            }
        let page = Self.page {
            $0.user("ann")
            $0.user("bot")
            $0.user("idle")
            $0.user("new")
        }
        let estate = try #require(try await estates(["page.json": page, file.0: file.1]).first)
        #expect(estate.principals.map(\.name) == ["ann", "bot", "idle", "new", "root"])
        #expect(estate.principals.map(\.isPerson) == [true, false, false, false, true])
        #expect(estate.principals.map(\.kind) == [.user, .serviceAccount, .user, .user, .user])
        #expect(estate.principals.map(\.active) == [true, true, false, nil, true])
        let bot = estate.principals[1]
        #expect(bot.detail["credentials"] == "access key 1 active, never used; access key 2 inactive, never used")
        #expect(bot.lastUsed == nil)
        #expect(
            estate.principals[0].detail["credentials"]
                == "console password without a second factor; access key 1 active, last used 2026-01-01 for s3"
        )
        #expect(estate.principals[0].lastUsed == Instant("2026-02-01T00:00:00Z"))
        let root = estate.principals[4]
        #expect(root.rights.first?.effect.identityClass == .privileged)
        let key = try #require(estate.credentials.first { $0.reference.name == "access key 1 of bot" })
        #expect(key.lastRotated == Instant("2021-01-01T00:00:00Z"))
        #expect(estate.credentials.first { $0.reference.name == "access key 2 of bot" }?.scopes == ["inactive"])
        let password = try #require(
            estate.credentials.first {
                $0.reference.kind == "awsConsolePassword" && $0.reference.name?.hasSuffix("ann") == true
            }
        )
        #expect(password.expires == Instant("2026-12-31T00:00:00Z"))
        #expect(estate.counts["people"] == 2)
        #expect(estate.counts["serviceUsers"] == 1)
        #expect(estate.counts["accessKeys"] == 3)
        #expect(estate.source.capabilities.answer(.lastUse) == .partly)
    }

    @Test("Documents may be URL-encoded, and their members single values")
    func encodings() async throws {
        let document = """
            %7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AGetObject%22%2C%22Resource%22%3A%22%2A%22%7D%7D
            """
        let page = """
            {"UserDetailList": [{"UserName": "ann", "Arn": "\(TestAccount.arn("user", "ann"))",
              "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": "\(document)"}]}],
             "RoleDetailList": [{"RoleName": "r", "Arn": "\(TestAccount.arn("role", "r"))",
              "AssumeRolePolicyDocument": "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22AWS%22%3A%22%2A%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D"}]}
            """
        let estate = try #require(try await estates(["a.json": page]).first)
        #expect(estate.remarks.isEmpty)
        #expect(estate.principals.first?.rights.map(\.operations) == [["sts:AssumeRole"], ["s3:GetObject"]])
        #expect(estate.counts["rolesTrustingAnyone"] == 1)
        #expect(estate.counts["rolesOfUnknownUse"] == 1)
    }

    @Test("A broken document loses itself only, is told, and counts as able to change")
    func brokenDocuments() async throws {
        let page = """
            {"UserDetailList": [{"UserName": "ann", "Arn": "\(TestAccount.arn("user", "ann"))", "UserPolicyList": [
              {"PolicyName": "torn", "PolicyDocument": "{\\"Statement\\": ["},
              {"PolicyName": "odd", "PolicyDocument": {"Statement": [{"Effect": "Maybe", "Action": "*", "Resource": "*"},
               {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}},
              {"PolicyName": "none", "PolicyDocument": 7}]}, {"UserName": "noarn"}],
             "RoleDetailList": [{"RoleName": "r", "Arn": "\(TestAccount.arn("role", "r"))", "AssumeRolePolicyDocument": "%7B"}],
             "Policies": [{"PolicyName": "empty", "Arn": "\(TestAccount.arn("policy", "empty"))", "PolicyVersionList": []}]}
            """
        let estate = try #require(try await estates(["a.json": page]).first)
        let reasons = estate.remarks.map(\.reason)
        #expect(reasons.count == 6)
        #expect(reasons.contains { $0.hasPrefix("the policy `torn` of user `ann`: its document is no JSON") })
        #expect(
            reasons.contains(
                "the policy `odd` of user `ann`: statement 1: its Effect is neither Allow nor Deny; the statement is left out"
            )
        )
        #expect(reasons.contains("a user has no Arn and is left out"))
        let ann = try #require(estate.principals.first)
        #expect(ann.rights.count { $0.effect.identityClass == nil } == 2)
        #expect(ann.rights.contains { $0.operations == ["s3:GetObject"] })
        #expect(estate.principals.last?.detail["trust"] == "the trust policy is not there or broken")
    }

    @Test("A policy of the vendor whose document is not there is known by heart, taken from a file of its own, or told")
    func missingDocuments() async throws {
        let page = Self.page {
            $0.user("ann", attached: ["arn:aws:iam::aws:policy/AdministratorAccess"])
            $0.user("bob", attached: ["arn:aws:iam::aws:policy/service-role/Beside"])
            $0.user("cid", attached: ["arn:aws:iam::aws:policy/Nowhere"])
        }
        let estate = try #require(
            try await estates(["a.json": page, "policies/Beside.json": "{\"Statement\": \(allow("sqs:SendMessage"))}"])
                .first
        )
        #expect(estate.principals[0].detail["administrator"] == "yes")
        #expect(estate.principals[1].rights.map(\.operations) == [["sqs:SendMessage"]])
        #expect(estate.principals[2].rights.map(\.effect.identityClass) == [nil])
        #expect(
            estate.remarks.map(\.reason) == [
                "the document of `arn:aws:iam::aws:policy/Nowhere` is not there; it is held by user `cid`"
            ]
        )
        #expect(
            estate.source.capabilities.notes[.scopes]?.hasSuffix("the documents of 1 policies are not there") == true
        )
    }

    @Test("Rights are put together by service and kind of access, the strongest first")
    func rights() async throws {
        let page = Self.page {
            $0.user(
                "ann",
                allow("s3:Get*", "s3:PutObject", "s3:PutBucketPolicy", on: ["arn:aws:s3:::a/*"]),
                allow("newsvc:Go")
            )
            $0.user("bob", statement("Allow", "NotAction", ["iam:*"], "Resource", ["*"]))
            $0.user("cid", allow("*", on: ["arn:aws:sqs:eu-west-1:\(testAccount):q"]))
        }
        let estate = try #require(try await estates(["a.json": page]).first)
        let ann = estate.principals[0].rights
        #expect(ann.map(\.effect.identityClass) == [.privileged, nil, .changeCapable, .readOnly])
        #expect(ann[0].operations == ["s3:PutBucketPolicy"])
        #expect(ann[1].operations == ["newsvc:Go"])
        #expect(ann[3].operations == ["s3:Get*"])
        #expect(ann[3].resource == "arn:aws:s3:::a/*")
        let bob = estate.principals[1]
        #expect(bob.detail["administrator"] == nil)
        let rest = ["everything except iam:*"]
        #expect(bob.rights.map(\.operations) == [rest, ["newsvc:Go"], rest, rest])
        let cid = estate.principals[2].rights
        #expect(Set(cid.flatMap(\.operations).map { String($0.prefix { $0 != ":" }) }) == ["sqs"])
    }

    @Test("Owners, purposes and environments come from tags; roles of services and of people are told apart")
    func details() async throws {
        let page = Self.page {
            $0.user("ann", tags: ["Owner": "ann@example.org", "purpose": "nightly copies", "env": "prod"])
            $0.role("AWSServiceRoleForX", trust: trust(service: "x"), extra: "\"RoleLastUsed\": {},")
            $0.role(
                "work",
                trust: trust(service: "lambda"),
                extra: "\"RoleLastUsed\": {\"LastUsedDate\": \"2026-01-01T00:00:00+00:00\"},"
            )
        }
        .replacing(
            "\"Path\": \"/\", \"RoleName\": \"AWS",
            with: "\"Path\": \"/aws-service-role/x/\", \"RoleName\": \"AWS"
        )
        let estate = try #require(try await estates(["a.json": page]).first)
        let ann = estate.principals[0]
        #expect(ann.owner == OwnerHint(kind: .person, text: "ann@example.org"))
        #expect(ann.purpose == "nightly copies")
        #expect(ann.environment == "production")
        #expect(estate.principals[1].kind == .vendorManaged)
        #expect(estate.principals[1].vendor == "AWS")
        #expect(estate.principals[1].detail["last used"] == "not in the last 400 days")
        #expect(estate.principals[2].detail["role"] == "of workloads in lambda.amazonaws.com")
        #expect(estate.principals[2].lastUsed == Instant("2026-01-01T00:00:00Z"))
        #expect(estate.counts["rolesNeverUsed"] == 1)
    }

    @Test(
        "Files are recognised by their content, broken ones too",
        arguments: [
            ("a.json", "{\"UserDetailList\": [", true), ("a.json", "{\"RoleDetailList\": []}", true),
            ("a.csv", "user,arn,user_creation_time,x", true),
            ("a.csv", "name,age", false), ("a.json", "{\"nodes\": []}", false),
            ("a.json", "{\"Content\": \"x\", \"ReportFormat\": \"text/csv\"}", true),
            ("a.json", "{\"Resources\": {\"R\": {\"Statement\": {\"Effect\": 1}}}}", false),
        ]
    )
    func recognition(path: String, text: String, isOurs: Bool) {
        #expect(AWSIAMImporter().recognises(SourceFile(path: path, bytes: Array(text.utf8))) == isOurs)
    }

    @Test("A broken file is rejected with its place, and the rest is read")
    func brokenFiles() async throws {
        let estate = try #require(
            try await estates([
                "a.json": "{\"UserDetailList\": [\n}", "b.json": Self.page { $0.user("ann") },
                "c.csv": Self.reportHeader,
            ]).first
        )
        #expect(estate.rejected.map(\.path) == ["a.json"])
        #expect(estate.rejected.first?.line == 2)
        #expect(estate.principals.map(\.name) == ["ann"])
    }
}
