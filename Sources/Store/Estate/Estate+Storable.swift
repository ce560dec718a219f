package import Domain

extension Estate {
    /// The same estate with keys that every engine can hold: without NUL, and none longer than 600 bytes.
    ///
    /// Estates are compared with the store by key, so an import has to take this form first. Real estates come back as
    /// they are.
    package var storable: Estate {
        var estate = self
        estate.source.root = source.root.asKey
        for index in estate.workflows.indices { estate.workflows[index].makeStorable() }
        for index in estate.principals.indices { estate.principals[index].makeStorable() }
        for index in estate.trusts.indices where !estate.trusts[index].from.isKey || !estate.trusts[index].to.isKey {
            estate.trusts[index].from = estate.trusts[index].from.asKey
            estate.trusts[index].to = estate.trusts[index].to.asKey
        }
        for index in estate.credentials.indices { estate.credentials[index].reference.makeStorable() }
        return estate
    }
}

extension Workflow {
    fileprivate mutating func makeStorable() {
        if !key.isKey { key = key.asKey }
        if calls.contains(where: { !$0.isKey }) { calls = calls.map(\.asKey) }
        for step in steps.indices where steps[step].credentials.contains(where: { !$0.isStorable }) {
            for index in steps[step].credentials.indices { steps[step].credentials[index].makeStorable() }
        }
    }
}

extension Principal {
    fileprivate mutating func makeStorable() {
        if !key.isKey { key = key.asKey }
        if memberOf.contains(where: { !$0.isKey }) { memberOf = memberOf.map(\.asKey) }
        for index in credentials.indices { credentials[index].makeStorable() }
    }
}

extension CredentialReference {
    fileprivate var isStorable: Bool { kind.isKey && (id ?? name ?? "").isKey }

    fileprivate mutating func makeStorable() {
        guard !isStorable else { return }
        kind = kind.asKey
        if id == nil { name = name?.asKey } else { id = id?.asKey }
    }
}

extension String {
    fileprivate var isKey: Bool { utf8.count <= 600 && !utf8.contains(0) }
    fileprivate var asKey: String { storable.shortened }
}
