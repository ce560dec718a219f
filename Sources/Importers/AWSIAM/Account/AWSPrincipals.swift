import Domain

/// Makes principals and credentials of an account that was worked out.
struct AWSPrincipals {
    let analysis: IAMAnalysis
    /// The environment of the whole account, where somebody says so.
    let environment: String?

    func principal(_ index: Int) -> Principal {
        let actor = analysis.actors[index]
        let entity = actor.entity
        var principal = Principal(key: entity.arn, name: entity.name, kind: .role)
        principal.path = entity.file
        principal.createdAt = entity.created
        principal.environment =
            environment ?? tag(entity, ["environment", "env", "stage"]).map { Environments.meaning(of: $0) ?? $0 }
        principal.owner =
            tag(entity, ["owner", "contact", "owner-email", "owneremail"]).map {
                OwnerHint(kind: $0.contains("@") ? .person : .unknown, text: $0)
            } ?? tag(entity, ["team", "squad"]).map { OwnerHint(kind: .team, text: $0) }
        principal.purpose = tag(entity, ["purpose", "description"])
        switch entity.kind {
        case .user: describe(user: actor, in: &principal)
        case .role: describe(role: actor, in: &principal)
        case .group: principal.kind = .group
        }
        for policy in entity.inline where policy.policy == nil {
            principal.rights.append(unknown("inline policy `\(policy.name)`"))
        }
        for arn in entity.attached where analysis.missing[arn] != nil {
            principal.rights.append(unknown("policy `\(arn)`"))
        }
        principal.rights += reached(by: index) + actor.summary.rights
        let leftOut = actor.summary.leftOut + max(0, principal.rights.count - RightsSummary.limit)
        principal.rights = Array(principal.rights.prefix(RightsSummary.limit))
        if leftOut > 0 { principal.detail["rights left out"] = "\(leftOut)" }
        if let boundary = entity.boundary {
            let isThere = analysis.missing[boundary] == nil
            principal.detail["boundary"] =
                isThere ? boundary : "\(boundary), whose document is not there: taken for no limit"
        }
        if actor.summary.isAdministrator { principal.detail["administrator"] = "yes" }
        return principal
    }

    private func tag(_ entity: IAMEntity, _ names: [String]) -> String? {
        for name in names {
            if let value = entity.tags.first(where: { $0.key.lowercased() == name && !$0.value.isEmpty }) {
                return value.value
            }
        }
        return nil
    }

    private func unknown(_ policy: String) -> Right {
        Right(
            .write,
            operations: ["*"],
            on: "*",
            effect: StepEffect(
                nil,
                reason: "the document of \(policy) is not there or broken; counts as change-capable"
            ),
            via: policy
        )
    }

    // MARK: - Users

    private func describe(user actor: IAMActor, in principal: inout Principal) {
        principal.memberOf = actor.groups
        principal.kind = .user
        guard let report = analysis.account.report else { return }
        guard let row = report[actor.arn] else {
            principal.detail["credentials"] = "not in the credential report"
            return
        }
        take(row, into: &principal)
    }

    /// Takes in what the credential report says of a user.
    func take(_ row: CredentialReport.Row, into principal: inout Principal) {
        let hasPassword = row.hasPassword ?? row.isRoot
        principal.isPerson = hasPassword
        principal.kind = hasPassword || !row.hasActiveKey ? .user : .serviceAccount
        let isCertified = row.certificates.contains(where: \.isActive)
        principal.active = hasPassword || row.hasActiveKey || isCertified
        principal.createdAt = principal.createdAt ?? row.created
        principal.lastUsed = ([row.passwordUsed] + row.keys.map(\.lastUsed)).compactMap(\.self).max()
        principal.credentials = credentials(of: row).map(\.reference)
        var facts: [String] = []
        if hasPassword { facts.append("console password \(row.hasSecondFactor ? "with" : "without") a second factor") }
        for key in row.keys {
            let use =
                key.lastUsed.map { "last used \($0.date)\(key.lastService.map { " for \($0)" } ?? "")" } ?? "never used"
            facts.append("access key \(key.number) \(key.isActive ? "active" : "inactive"), \(use)")
        }
        principal.detail["credentials"] = facts.isEmpty ? "none" : facts.joined(separator: "; ")
    }

    /// What the report knows of a user's credentials; ids of keys are not in it, only their numbers.
    func credentials(of row: CredentialReport.Row) -> [Credential] {
        let owner = row.isRoot ? "root" : row.user
        func credential(_ kind: String, _ name: String) -> Credential {
            let reference = CredentialReference(kind: kind, id: "\(row.arn)/\(name)", name: "\(name) of \(owner)")
            var credential = Credential(reference: reference)
            credential.declared = true
            credential.environment = environment
            return credential
        }
        var credentials: [Credential] = []
        if row.hasPassword ?? row.isRoot {
            var password = credential("awsConsolePassword", "console password")
            password.createdAt = row.created
            password.lastRotated = row.passwordChanged
            password.lastUsed = row.passwordUsed
            password.expires = row.passwordEnds
            credentials.append(password)
        }
        for key in row.keys {
            var found = credential("awsAccessKey", "access key \(key.number)")
            found.createdAt = key.rotated
            found.lastRotated = key.rotated
            found.lastUsed = key.lastUsed
            if !key.isActive { found.scopes = ["inactive"] }
            credentials.append(found)
        }
        for certificate in row.certificates {
            var found = credential("awsSigningCertificate", "signing certificate \(certificate.number)")
            found.lastRotated = certificate.rotated
            if !certificate.isActive { found.scopes = ["inactive"] }
            credentials.append(found)
        }
        return credentials
    }

    /// The root user, which only the report knows.
    func root(_ row: CredentialReport.Row) -> Principal {
        var principal = Principal(key: row.arn, name: "root", kind: .user)
        principal.environment = environment
        take(row, into: &principal)
        principal.isPerson = true
        principal.active = true
        let effect = StepEffect(
            .privileged,
            reason: "the root user may do everything, and no policy of the account limits it"
        )
        principal.rights = [Right(.admin, operations: ["*"], on: "*", effect: effect, via: "root user")]
        return principal
    }

    // MARK: - Roles

    private func describe(role actor: IAMActor, in principal: inout Principal) {
        let entity = actor.entity
        principal.lastUsed = entity.lastUsed
        if entity.statesLastUse, entity.lastUsed == nil { principal.detail["last used"] = "not in the last 400 days" }
        let services = actor.trust?.services.sorted() ?? []
        if entity.path.hasPrefix("/aws-service-role/") {
            principal.kind = .vendorManaged
            principal.vendor = "AWS"
            principal.detail["role"] = "of the service \(services.first ?? entity.path)"
        } else if entity.path.hasPrefix("/aws-reserved/sso.amazonaws.com/") {
            principal.isPerson = true
            principal.detail["role"] = "of people who sign in through IAM Identity Center"
        } else if !services.isEmpty {
            principal.detail["role"] = "of workloads in \(services.joined(separator: ", "))"
        }
        if entity.hasInstanceProfile { principal.detail["instance profile"] = "yes" }
        let doors = actor.trust?.entrances.compactMap(Self.wideDoor) ?? []
        if !doors.isEmpty { principal.detail["trust"] = Array(Set(doors)).sorted().joined(separator: "; ") }
        if entity.trust == nil { principal.detail["trust"] = "the trust policy is not there or broken" }
    }

    /// What is wrong with letting somebody in, in words; nil for nothing.
    private static func wideDoor(_ entrance: RoleTrust.Entrance) -> String? {
        switch entrance.kind {
        case .everybody:
            return entrance.condition.map { "anybody may take it on when \($0)" }
                ?? "anybody in any account may take it on"
        case .provider(let provider):
            let condition = entrance.condition ?? ""
            let name = provider.split(separator: "/").dropFirst().joined(separator: "/")
            let isWeb = provider.contains(":oidc-provider/") || !provider.hasPrefix("arn:")
            guard isWeb else { return nil }
            if !condition.contains(":sub ") && !condition.contains(":aud ") && !condition.contains(":app_id ") {
                return "anybody whom `\(name.isEmpty ? provider : name)` knows may take it on"
            }
            let isShared = ["token.actions.githubusercontent.com", "gitlab.com", "app.terraform.io"].contains(name)
            return isShared && !condition.contains(":sub ")
                ? "any tenant of `\(name)` may take it on: no condition on `sub`" : nil
        case .deleted(let id): return "names `\(id)`, which no longer exists"
        default: return nil
        }
    }

    // MARK: - Beyond its own rights

    /// Rights that come from becoming somebody else, the strongest first; at most a hundred.
    private func reached(by index: Int) -> [Right] {
        analysis.escalations[index].compactMap { way -> Right? in
            let target = analysis.actors[way.target]
            let own = analysis.actors[index]
            let reached = way.isAdministrator ? IdentityClass.privileged : target.summary.identityClass
            guard way.isAdministrator || way.target != index else { return nil }
            // What is no stronger, and needs a detour, is nothing gained.
            guard way.isPlain || reached > own.summary.identityClass || way.isAdministrator else { return nil }
            let steps = way.path.joined(separator: ", then ")
            let gain = way.isAdministrator ? "can become administrator" : "can act with the rights of \(target.text)"
            return Right(
                way.isPlain && reached != .privileged ? ActionClass(reached) : .admin,
                operations: [way.path.first.map { String($0.prefix { $0 != "→" }) }?.trimmed ?? "sts:AssumeRole"],
                on: target.arn,
                effect: StepEffect(reached, reason: "\(gain): \(steps)", rule: "escalation"),
                via: way.isPlain ? "roles taken on" : "escalation",
                condition: way.condition
            )
        }
        .sorted { ($0.effect.identityClass ?? .readOnly) > ($1.effect.identityClass ?? .readOnly) }
        .prefix(100).map(\.self)
    }
}

extension ActionClass {
    fileprivate init(_ identityClass: IdentityClass) {
        self =
            switch identityClass {
            case .readOnly: .read
            case .changeCapable: .write
            case .privileged: .admin
            }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text.prefix { $0 != "\n" })
    }
}
