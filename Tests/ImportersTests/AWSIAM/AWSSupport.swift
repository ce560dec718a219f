import Domain
import Foundation
import TestSupport

@testable import Importers

/// The account number of all accounts written for tests.
let testAccount = "111122223333"

/// An account that is built up in a test.
struct TestAccount {
    var users: [String] = []
    var roles: [String] = []
    var groups: [String] = []
    var policies: [String] = []

    static func arn(_ kind: String, _ name: String) -> String { "arn:aws:iam::\(testAccount):\(kind)/\(name)" }

    mutating func user(
        _ name: String,
        _ statements: String...,
        groups: [String] = [],
        attached: [String] = [],
        boundary: String? = nil,
        tags: [String: String] = [:],
    ) {
        let list = groups.map { "\"\($0)\"" }.joined(separator: ", ")
        users.append(
            """
            {"Path": "/", "UserName": "\(name)", "UserId": "AIDA\(name)", "Arn": "\(Self.arn("user", name))",
             "CreateDate": "2024-01-02T03:04:05+00:00", "GroupList": [\(list)], \(Self.held(attached, boundary, tags))
             "UserPolicyList": [\(Self.inline(statements))]}
            """
        )
    }

    mutating func group(_ name: String, _ statements: String..., attached: [String] = []) {
        groups.append(
            """
            {"Path": "/", "GroupName": "\(name)", "GroupId": "AGPA\(name)", "Arn": "\(Self.arn("group", name))",
             \(Self.held(attached, nil, [:])) "GroupPolicyList": [\(Self.inline(statements))]}
            """
        )
    }

    mutating func role(
        _ name: String,
        trust: String,
        _ statements: String...,
        attached: [String] = [],
        boundary: String? = nil,
        hasProfile: Bool = false,
        extra: String = "",
    ) {
        roles.append(
            """
            {"Path": "/", "RoleName": "\(name)", "RoleId": "AROA\(name)", "Arn": "\(Self.arn("role", name))", \(extra)
             "CreateDate": "2024-01-02T03:04:05+00:00", \(Self.held(attached, boundary, [:]))
             "InstanceProfileList": [\(hasProfile ? "{\"InstanceProfileName\": \"p\"}" : "")],
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [\(trust)]},
             "RolePolicyList": [\(Self.inline(statements))]}
            """
        )
    }

    /// A managed policy; its versions other than the one in force are empty.
    mutating func policy(_ name: String, _ statements: String..., otherVersions: Int = 0) {
        let others = (0..<otherVersions).map {
            ", {\"VersionId\": \"v\($0 + 2)\", \"IsDefaultVersion\": false, \"Document\": {\"Statement\": []}}"
        }
        policies.append(
            """
            {"PolicyName": "\(name)", "Arn": "\(Self.arn("policy", name))", "DefaultVersionId": "v1",
             "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true,
             "Document": {"Version": "2012-10-17", "Statement": [\(statements.joined(separator: ", "))]}}\(others.joined())]}
            """
        )
    }

    var json: String {
        """
        {"UserDetailList": [\(users.joined(separator: ",\n"))], "RoleDetailList": [\(roles.joined(separator: ",\n"))],
         "GroupDetailList": [\(groups.joined(separator: ",\n"))], "Policies": [\(policies.joined(separator: ",\n"))]}
        """
    }

    /// What follows from it.
    func analysis() throws -> IAMAnalysis {
        let file = SourceFile(path: "account.json", bytes: Array(json.utf8))
        let part = try AWSIAMImporter().part(of: file, options: ImportOptions())
        return IAMAnalysis(IAMAccount([("account.json", part)]))
    }

    func estate() throws -> Estate {
        let file = SourceFile(path: "account.json", bytes: Array(json.utf8))
        let part = try AWSIAMImporter().part(of: file, options: ImportOptions())
        let source = SourceDescription(root: testAccount, format: "aws-iam")
        return AWSIAMImporter().estate(of: source, parts: [("account.json", part)], options: ImportOptions())
    }

    private static func inline(_ statements: [String]) -> String {
        guard !statements.isEmpty else { return "" }
        return """
            {"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17",
             "Statement": [\(statements.joined(separator: ", "))]}}
            """
    }

    private static func held(_ attached: [String], _ boundary: String?, _ tags: [String: String]) -> String {
        let policies = attached.map { name in
            let arn = name.hasPrefix("arn:") ? name : arn("policy", name)
            return "{\"PolicyName\": \"x\", \"PolicyArn\": \"\(arn)\"}"
        }
        let limit = boundary.map {
            "\"PermissionsBoundary\": {\"PermissionsBoundaryArn\": \"\(arn("policy", $0))\"},"
        }
        let labels = tags.sorted { $0.key < $1.key }.map { "{\"Key\": \"\($0.key)\", \"Value\": \"\($0.value)\"}" }
        return """
            "AttachedManagedPolicies": [\(policies.joined(separator: ", "))], \(limit ?? "")
            "Tags": [\(labels.joined(separator: ", "))],
            """
    }
}

/// A statement that allows.
func allow(_ actions: String..., on resources: [String] = ["*"], when condition: String? = nil) -> String {
    statement("Allow", "Action", actions, "Resource", resources, condition)
}

/// A statement that denies.
func deny(_ actions: String..., on resources: [String] = ["*"], when condition: String? = nil) -> String {
    statement("Deny", "Action", actions, "Resource", resources, condition)
}

/// Any statement; `action` and `resource` are the names of the members.
func statement(
    _ effect: String,
    _ action: String,
    _ actions: [String],
    _ resource: String,
    _ resources: [String],
    _ condition: String? = nil,
) -> String {
    func list(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
    let when = condition.map { ", \"Condition\": {\($0)}" } ?? ""
    return """
        {"Effect": "\(effect)", "\(action)": \(list(actions)), "\(resource)": \(list(resources))\(when)}
        """
}

/// A statement of a trust policy.
func trust(
    _ principal: String,
    effect: String = "Allow",
    action: String = "sts:AssumeRole",
    when condition: String? = nil,
) -> String {
    let when = condition.map { ", \"Condition\": {\($0)}" } ?? ""
    return "{\"Effect\": \"\(effect)\", \"Principal\": \(principal), \"Action\": \"\(action)\"\(when)}"
}

func trust(service: String) -> String { trust("{\"Service\": \"\(service).amazonaws.com\"}") }
