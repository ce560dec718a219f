/// The way from one shared credential to one for each workflow, in order, with how far it is.
///
/// Nothing of it is typed in: a step is done when what was last imported shows that it is.
package struct SplitPlan: Sendable, Hashable, Codable {
    package struct Step: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            /// The workflow is governed by an identity of its own.
            case ownIdentity
            /// It uses a credential that nothing else uses.
            case ownCredential
            /// Nothing uses the shared credential any more: it can be revoked.
            case revokeShared
        }

        package var kind: Kind
        package var workflow: String?
        package var identity: ID<Identity>?
        package var done: Bool
        package var text: String
    }

    /// Name of the shared credential.
    package var credential: String
    package var steps: [Step]

    package var done: Int { steps.count { $0.done } }

    /// One workflow that uses, or used, the credential.
    package struct Member: Sendable, Hashable {
        package var workflow: String
        package var identity: Identity?
        package var usesShared: Bool
        package var isProduction: Bool

        package init(workflow: String, identity: Identity?, usesShared: Bool, isProduction: Bool) {
            self.workflow = workflow
            self.identity = identity
            self.usesShared = usesShared
            self.isProduction = isProduction
        }
    }

    /// The plan: what is not production first, then by harm, the most harmful last, so that early steps teach the later.
    package init(credential: String, members: [Member]) {
        self.credential = credential
        let ordered = members.sorted { left, right in
            let (first, second) = (left.rank, right.rank)
            return first == second ? left.workflow < right.workflow : first < second
        }
        steps = ordered.flatMap { member -> [Step] in
            let governed = member.identity.map { $0.state == .active } ?? false
            return [
                Step(
                    kind: .ownIdentity,
                    workflow: member.workflow,
                    identity: member.identity?.id,
                    done: governed,
                    text: "register `\(member.workflow)` as an identity of its own, with owner, purpose and end",
                ),
                Step(
                    kind: .ownCredential,
                    workflow: member.workflow,
                    identity: member.identity?.id,
                    done: !member.usesShared,
                    text: "give `\(member.workflow)` a credential of its own instead of `\(credential)`",
                ),
            ]
        }
        steps.append(
            Step(
                kind: .revokeShared,
                done: members.allSatisfy { !$0.usesShared },
                text: "revoke `\(credential)`: nothing may use it any more",
            )
        )
    }
}

extension SplitPlan.Member {
    fileprivate var rank: Int {
        let harm: Int =
            switch identity?.classification.identityClass {
            case .privileged: 2
            case .changeCapable, nil: 1
            case .readOnly: 0
            }
        return harm + (isProduction ? 10 : 0)
    }
}
