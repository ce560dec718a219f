package import Domain

extension AWSIAMImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: AWSIAMPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        estate.take(IAMAccount(parts))
        for (path, part) in parts where part.kind == .other {
            let reason = "neither a description of an account, nor a credential report, nor a policy"
            estate.remarks.append(Rejection(path: path, reason: reason))
        }
        estate.counts["otherFiles"] = parts.count { $0.part.kind == .other }
        return estate
    }
}

extension Estate {
    /// Takes in an account and all that follows from its description.
    mutating func take(_ account: IAMAccount) {
        let analysis = IAMAnalysis(account)
        remarks += account.remarks
        for (arn, holders) in analysis.missing.sorted(by: { $0.key < $1.key }) {
            let names =
                holders.prefix(3).joined(separator: ", ") + (holders.count > 3 ? " and \(holders.count - 3) more" : "")
            remarks.append(
                Rejection(path: source.root, reason: "the document of `\(arn)` is not there; it is held by \(names)")
            )
        }
        let makes = AWSPrincipals(analysis: analysis, environment: source.environment)
        let trusting = AWSTrusts(analysis: analysis)
        for index in analysis.actors.indices {
            principals.append(makes.principal(index))
            if analysis.actors[index].entity.kind == .role { trusts += trusting.trusts(of: index) }
        }
        for row in (account.report ?? [:]).values.sorted(by: { $0.arn < $1.arn }) {
            credentials += makes.credentials(of: row)
            if row.isRoot { principals.append(makes.root(row)) }
        }
        source.capabilities = Self.capabilities(of: analysis, principals: principals)
        counts = tally().merging(Self.counts(of: analysis, principals)) { $1 }
        // No step refers to keys here: whether one is used, its own dates say.
        counts["unusedCredentials"] = 0
        counts["credentials"] = credentials.count
    }

    private static func counts(of analysis: IAMAnalysis, _ principals: [Principal]) -> [String: Int] {
        var counts: [String: Int] = [:]
        func add(_ name: String, _ holds: Bool = true) { counts[name, default: 0] += holds ? 1 : 0 }
        for (index, actor) in analysis.actors.enumerated() {
            let kind = actor.entity.kind.rawValue
            let plural = kind.prefix(1).uppercased() + kind.dropFirst() + "s"
            add("\(kind)s")
            add("admin\(plural)", actor.summary.isAdministrator)
            add("escalating\(plural)", analysis.escalations[index].contains(where: \.isAdministrator))
            guard actor.entity.kind == .role else { continue }
            let entrances = actor.trust?.entrances.map(\.kind) ?? []
            add("rolesTrustingAnyone", entrances.contains(.everybody))
            add("rolesTrustingService", actor.trust?.services.isEmpty == false)
            add("rolesTrustingFederation", entrances.contains { if case .provider = $0 { true } else { false } })
            add(
                "rolesTrustingOtherAccounts",
                entrances.contains { entrance in
                    switch entrance {
                    case .account(let number): number != analysis.account.number
                    case .named(let arn): accountNumber(of: arn) != analysis.account.number
                    default: false
                    }
                }
            )
            add("rolesNeverUsed", actor.entity.lastUsed == nil && actor.entity.statesLastUse)
            add("rolesOfUnknownUse", actor.entity.lastUsed == nil && !actor.entity.statesLastUse)
        }
        counts["policies"] = analysis.account.policies.count
        counts["people"] = principals.count(where: \.isPerson)
        counts["serviceUsers"] = principals.count { $0.kind == .serviceAccount }
        counts["accessKeys"] = (analysis.account.report ?? [:]).values.reduce(0) { $0 + $1.keys.count }
        return counts
    }

    private static func capabilities(
        of analysis: IAMAnalysis,
        principals: [Principal],
    ) -> SourceDescription.Capabilities {
        var capabilities = SourceDescription.Capabilities()
        let hasReport = analysis.account.report != nil
        let states = analysis.actors.contains { $0.entity.statesLastUse }
        capabilities.scopes = true
        capabilities.trusts = true
        capabilities.creation = true
        capabilities.owners = principals.contains { $0.owner != nil }
        capabilities.notes[.owners] = capabilities.owners ? "from tags only" : "no tag names an owner"
        var limits = "policies of the organisation, of sessions and of resources are not in an account's description"
        if !analysis.missing.isEmpty { limits += "; the documents of \(analysis.missing.count) policies are not there" }
        capabilities.notes[.scopes] = limits
        capabilities.activeFlag = hasReport
        capabilities.notes[.activeFlag] = hasReport ? "of users only" : "no credential report"
        capabilities.lastUse = hasReport || states
        capabilities.notes[.lastUse] =
            switch (hasReport, states) {
            case (true, true): "use of roles is kept for 400 days; the report is up to four hours old"
            case (true, false): "of users only"
            case (false, true): "of roles only, kept for 400 days"
            case (false, false): "neither a credential report nor the last use of roles"
            }
        capabilities.expiry = hasReport
        capabilities.notes[.expiry] =
            hasReport ? "of console passwords; access keys do not end" : "no credential report"
        capabilities.notes[.secretValues] = "the vendor does not give out secret keys"
        capabilities.notes[.auditEvents] = "not read"
        return capabilities
    }
}
