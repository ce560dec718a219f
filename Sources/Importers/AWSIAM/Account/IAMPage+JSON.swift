import Domain

extension IAMPage {
    /// Whether an object is an answer of GetAccountAuthorizationDetails, or a part of one.
    static func isPage(_ object: JSONValue) -> Bool {
        object["UserDetailList"] != nil || object["RoleDetailList"] != nil || object["GroupDetailList"] != nil
            || object["Policies"]?.elements.contains { $0["PolicyVersionList"] != nil || $0["Arn"] != nil } ?? false
    }

    /// Takes in one answer; what is broken in it is noted and leaves the rest.
    mutating func take(_ object: JSONValue, file: String?) {
        for element in object.elements(of: "UserDetailList") { take(element, .user, named: "UserName", file: file) }
        for element in object.elements(of: "RoleDetailList") { take(element, .role, named: "RoleName", file: file) }
        for element in object.elements(of: "GroupDetailList") { take(element, .group, named: "GroupName", file: file) }
        for element in object.elements(of: "Policies") { take(policy: element) }
    }

    private mutating func take(_ value: JSONValue, _ kind: IAMEntity.Kind, named: StaticString, file: String?) {
        guard let arn = value["Arn"]?.string, !arn.isEmpty else {
            faults.append("a \(kind.rawValue) has no Arn and is left out")
            return
        }
        let name = value[named]?.string ?? arn.split(separator: "/").last.map(String.init) ?? arn
        var entity = IAMEntity(kind: kind, name: name, arn: arn, path: value["Path"]?.string ?? "/")
        entity.file = file
        entity.id = (value["UserId"] ?? value["RoleId"] ?? value["GroupId"])?.string
        entity.created = value["CreateDate"]?.string.flatMap(Instant.init)
        for list in ["UserPolicyList", "RolePolicyList", "GroupPolicyList"] as [StaticString] {
            for policy in value.elements(of: list) {
                entity.inline.append(inline(policy, of: "\(kind.rawValue) `\(name)`"))
            }
        }
        entity.attached = value.elements(of: "AttachedManagedPolicies").compactMap { $0["PolicyArn"]?.string }
        entity.boundary = value["PermissionsBoundary"]?["PermissionsBoundaryArn"]?.string
        for tag in value.elements(of: "Tags") {
            if let key = tag["Key"]?.string, let text = tag["Value"]?.string { entity.tags[key] = text }
        }
        entity.groups = value.elements(of: "GroupList").compactMap(\.string)
        if kind == .role { takeRole(value, into: &entity) }
        entities.append(entity)
    }

    private mutating func takeRole(_ value: JSONValue, into entity: inout IAMEntity) {
        entity.hasInstanceProfile = value["InstanceProfileList"]?.elements.contains { _ in true } ?? false
        entity.statesLastUse = value["RoleLastUsed"] != nil
        entity.lastUsed = value["RoleLastUsed"]?["LastUsedDate"]?.string.flatMap(Instant.init)
        guard let document = value["AssumeRolePolicyDocument"] else {
            faults.append("role `\(entity.name)` has no trust policy")
            return
        }
        entity.trust = read(document, as: "the trust policy of role `\(entity.name)`")
    }

    private mutating func inline(_ value: JSONValue, of owner: String) -> IAMEntity.InlinePolicy {
        let name = value["PolicyName"]?.string ?? "without a name"
        let policy = value["PolicyDocument"].flatMap { read($0, as: "the policy `\(name)` of \(owner)") }
        return IAMEntity.InlinePolicy(name: name, policy: policy)
    }

    private mutating func take(policy value: JSONValue) {
        guard let arn = value["Arn"]?.string, !arn.isEmpty else {
            faults.append("a managed policy has no Arn and is left out")
            return
        }
        let name = value["PolicyName"]?.string ?? arn.split(separator: "/").last.map(String.init) ?? arn
        var policy = IAMManagedPolicy(arn: arn, name: name)
        let versions = Array(value.elements(of: "PolicyVersionList"))
        let wanted = value["DefaultVersionId"]?.string
        let inForce =
            versions.first { $0["IsDefaultVersion"]?.scalarText == "true" }
            ?? versions.first { wanted != nil && $0["VersionId"]?.string == wanted }
            ?? (versions.count == 1 ? versions.first : nil)
        policy.otherVersions = max(0, versions.count - 1)
        if let document = inForce?["Document"] {
            policy.policy = read(document, as: "the policy `\(name)`")
        } else {
            faults.append("the policy `\(name)` comes without the document in force")
        }
        policies.append(policy)
    }

    /// Reads a document and notes what is wrong with it.
    private mutating func read(_ document: JSONValue, as what: String) -> IAMPolicy? {
        do throws(PolicyFault) {
            let policy = try IAMPolicy(document)
            faults += policy.faults.map { "\(what): \($0); the statement is left out" }
            return policy
        } catch {
            faults.append("\(what): \(error.reason)")
            return nil
        }
    }
}
