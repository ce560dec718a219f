import Domain

extension Identity {
    /// What differs from `old`, field by field, for the log.
    func changes(since old: Identity) -> [Event.Change] {
        let fields: [(String, (Identity) -> String?)] = [
            ("state", { $0.state.rawValue }),
            ("class", { $0.classification.identityClass.rawValue }),
            ("level", { $0.level.rawValue }),
            ("owner", { $0.owner?.text }),
            ("technicalOwner", { $0.technicalOwner?.text }),
            ("backupApprover", { $0.backupApprover?.text }),
            ("purpose", { $0.purpose }),
            ("systemPurpose", { $0.systemPurpose }),
            ("environment", { $0.environment }),
            ("function", { $0.function }),
            ("vendor", { $0.vendor }),
            ("pattern", { $0.pattern?.rawValue }),
            ("renewal", { $0.renewal?.text }),
            ("expires", { $0.expires?.text }),
            ("declaredReach", { $0.declaredReach.isEmpty ? nil : $0.declaredReach.joined(separator: ", ") }),
            ("stopPath", { $0.stopPath }),
            ("stoppedBy", { $0.stoppedBy?.text }),
            ("suspension", { $0.suspension?.rawValue }),
            ("drift", { $0.drift }),
        ]
        return fields.compactMap { name, value in
            let before = value(old)
            let after = value(self)
            return before == after ? nil : Event.Change(name, before: before, after: after)
        }
    }
}
