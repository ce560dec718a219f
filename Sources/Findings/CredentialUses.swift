import Domain

/// Which workflows use which credential.
///
/// Credentials whose secrets have the same fingerprint are one.
struct CredentialUses {
    struct Group {
        /// The first of its credentials, by the order of the places.
        var place: Int
        var key: String
        var reference: CredentialReference
        /// Keys of all credentials in the group, by place.
        var members: [Int: Set<String>]
        /// Indexes into the survey's workflows, each once, in order.
        var workflows: [Int] = []

        /// Whether a privileged step of the workflow uses it.
        func isAdmin(in located: Survey.Located) -> Bool {
            let keys = members[located.place] ?? []
            return located.workflow.steps.contains { step in
                step.effect.identityClass == .privileged && step.credentials.contains { keys.contains($0.key) }
            }
        }
    }

    private(set) var groups: [Group] = []
    private var index: [Name: Int] = [:]

    private struct Name: Hashable {
        var place: Int
        var key: String
    }

    init(_ survey: Survey) {
        var byFingerprint: [Fingerprint: Int] = [:]
        for (place, read) in survey.inventory.places.enumerated() {
            for credential in read.estate.credentials {
                guard let fingerprint = credential.fingerprint else { continue }
                let group = byFingerprint[fingerprint] ?? addGroup(credential.reference, place)
                byFingerprint[fingerprint] = group
                groups[group].members[place, default: []].insert(credential.key)
                index[Name(place: place, key: credential.key)] = group
            }
        }
        for (number, located) in survey.workflows.enumerated()
        where located.vanished == nil && !survey.isRetired(located) {
            for reference in located.credentials {
                let name = Name(place: located.place, key: reference.key)
                let group = index[name] ?? addGroup(reference, located.place)
                index[name] = group
                if groups[group].workflows.last != number { groups[group].workflows.append(number) }
            }
        }
    }

    /// The workflows that use a credential, as indexes into the survey's.
    func workflows(using reference: CredentialReference, in place: Int) -> [Int] {
        index[Name(place: place, key: reference.key)].map { groups[$0].workflows } ?? []
    }

    private mutating func addGroup(_ reference: CredentialReference, _ place: Int) -> Int {
        groups.append(Group(place: place, key: reference.key, reference: reference, members: [place: [reference.key]]))
        return groups.count - 1
    }
}
