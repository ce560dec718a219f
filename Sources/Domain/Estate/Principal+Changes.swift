extension Principal {
    /// What matters for security in the step from `old` to this definition, one sentence each, in a fixed order.
    ///
    /// When it was last used does not appear. More than twenty sentences of one kind are counted, not listed.
    package func changes(since old: Principal) -> [String] {
        var changes: [String] = []
        func compare(_ what: String, _ before: String?, _ after: String?) {
            guard before != after else { return }
            changes.append("\(what) changed from `\(before ?? "none")` to `\(after ?? "none")`")
        }
        if old.name != name { changes.append("renamed from `\(old.name)`") }
        compare("kind", old.kind.rawValue, kind.rawValue)
        if old.isPerson != isPerson { changes.append(isPerson ? "counts as a person now" : "counts as a service now") }
        if old.active != active, let active { changes.append(active ? "activated" : "deactivated") }
        if old.createdAt != createdAt, let createdAt, old.createdAt != nil {
            changes.append("was made anew at \(createdAt.text)")
        }
        compare("owner", old.owner?.text, owner?.text)
        compare("environment", old.environment, environment)
        compare("vendor", old.vendor, vendor)
        compare("grantor", old.grantor, grantor)
        compare("end", old.expires?.text, expires?.text)
        let parts: [(String, (Principal) -> Set<String>)] = [
            ("membership", { Set($0.memberOf) }),
            ("right", { Set($0.rights.map(\.text)) }),
            ("credential", { Set($0.credentials.map(\.label)) }),
        ]
        for (name, values) in parts {
            let (before, after) = (values(old), values(self))
            changes += listed(after.subtracting(before)) {
                "new \(name) `\($0)`"
            } rest: {
                "\($0) more new \(name)s"
            }
            changes += listed(before.subtracting(after)) {
                "\(name) `\($0)` is gone"
            } rest: {
                "\($0) more \(name)s are gone"
            }
        }
        return changes
    }

    private func listed(_ values: Set<String>, _ words: (String) -> String, rest: (Int) -> String) -> [String] {
        let sorted = values.sorted()
        let first = sorted.prefix(20).map(words)
        return sorted.count > 20 ? first + [rest(sorted.count - 20)] : first
    }
}

extension Right {
    /// In one line: `admin iam:* on *, if …`.
    package var text: String {
        let shown = operations.prefix(6).joined(separator: ", ")
        let more = operations.count > 6 ? " and \(operations.count - 6) more" : ""
        return "\(action.rawValue) \(shown)\(more) on \(resource)" + (condition.map { ", if \($0)" } ?? "")
    }
}

extension Credential {
    /// What matters for security in the step from `old` to what is known now, one sentence each.
    package func changes(since old: Credential) -> [String] {
        var changes: [String] = []
        if let before = old.fingerprint, let after = fingerprint, before != after { changes.append("has a new secret") }
        if old.fingerprint != nil, old.fingerprint == fingerprint, let lastRotated, old.lastRotated != lastRotated {
            changes.append("says that it was rotated and has the same secret")
        } else if let lastRotated, old.lastRotated != lastRotated {
            changes.append("was rotated at \(lastRotated.text)")
        }
        if old.expires != expires {
            changes.append("end changed from `\(old.expires?.text ?? "none")` to `\(expires?.text ?? "none")`")
        }
        if old.owner != owner {
            changes.append("owner changed from `\(old.owner?.text ?? "nobody")` to `\(owner?.text ?? "nobody")`")
        }
        if old.environment != environment {
            changes.append("environment changed from `\(old.environment ?? "none")` to `\(environment ?? "none")`")
        }
        let (before, after) = (Set(old.scopes), Set(scopes))
        changes += after.subtracting(before).sorted().map { "new scope `\($0)`" }
        changes += before.subtracting(after).sorted().map { "scope `\($0)` is gone" }
        return changes
    }
}

extension Trust {
    /// What it allows, seen from one of its ends: "`ci` may assume it, from outside".
    package func words(seenFrom key: String) -> String {
        let isTarget = key == to
        let what =
            switch kind {
            case .assumes: isTarget ? "`\(from)` may assume it" : "it may assume `\(to)`"
            case .federates: isTarget ? "`\(from)` vouches for who assumes it" : "it may sign in as `\(to)`"
            case .runsAs: isTarget ? "`\(from)` runs as it" : "it runs as `\(to)`"
            case .calls: isTarget ? "`\(from)` starts it" : "it starts `\(to)`"
            }
        return what + (isExternal ? ", from outside" : "") + (condition.map { ", if \($0)" } ?? "")
    }

    /// Whether everybody is trusted, without any condition.
    package var isOpenToEveryone: Bool { from == "*" && (condition ?? "").isBlank }
}
