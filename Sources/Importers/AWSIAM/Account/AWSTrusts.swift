import Domain

/// Makes trusts of an account that was worked out.
struct AWSTrusts {
    let analysis: IAMAnalysis

    /// Of one role, more principals of the account than this are not listed one by one.
    static let limit = 1000

    /// Who may take on a role: those its trust policy names outside the account, and those in it whom both sides allow.
    func trusts(of index: Int) -> [Trust] {
        let role = analysis.actors[index]
        let account = analysis.account.number
        var trusts: [Trust] = []
        for entrance in role.trust?.entrances ?? [] {
            let condition = entrance.condition
            switch entrance.kind {
            case .service(let name):
                trusts.append(Trust(.runsAs, from: name, to: role.arn, isExternal: true, condition: condition))
            case .provider(let name):
                trusts.append(Trust(.federates, from: name, to: role.arn, isExternal: true, condition: condition))
            case .everybody:
                trusts.append(Trust(.assumes, from: "*", to: role.arn, isExternal: true, condition: condition))
            case .deleted(let id):
                trusts.append(Trust(.assumes, from: id, to: role.arn, isExternal: true, condition: condition))
            case .account(let number):
                let partition = role.arn.split(separator: ":").dropFirst().first ?? "aws"
                let root = "arn:\(partition):iam::\(number):root"
                trusts.append(
                    Trust(.assumes, from: root, to: role.arn, isExternal: number != account, condition: condition)
                )
            case .named(let arn) where !isKnown(arn):
                let isExternal = accountNumber(of: arn) != account
                trusts.append(Trust(.assumes, from: arn, to: role.arn, isExternal: isExternal, condition: condition))
            case .named: continue
            }
        }
        var listed = 0
        for actor in analysis.graph.candidates(for: index) where listed < Self.limit {
            // An administrator may take on whatever names the account: that it does goes without saying.
            let isPlain = analysis.actors[actor].summary.isAdministrator && !names(role, analysis.actors[actor].arn)
            guard !isPlain, case .some(let condition) = analysis.graph.assumption(of: index, by: actor) else {
                continue
            }
            trusts.append(Trust(.assumes, from: analysis.actors[actor].arn, to: role.arn, condition: condition))
            listed += 1
        }
        var seen: Set<Trust> = []
        return trusts.filter { seen.insert($0).inserted }
    }

    private func isKnown(_ arn: String) -> Bool { analysis.graph.knows(arn) }

    private func names(_ role: IAMActor, _ arn: String) -> Bool {
        role.trust?.entrances.contains { $0.kind == .named(arn) } ?? false
    }
}
