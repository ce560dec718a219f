/// Policies, templates and links, ready to decide requests.
///
/// A value: copies are immutable snapshots that share their contents, and readers of one need no lock. Changing a set
/// that shares its contents copies the tables once, not the policies.
public struct PolicySet: Sendable {
    /// Policies and links by place; nil where one was removed.
    private(set) var entries: ContiguousArray<CompiledPolicy?> = []
    private var places: [PolicyID: Int32] = [:]
    private var templatesByID: [PolicyID: StoredTemplate] = [:]
    private var templateOrder: [PolicyID] = []
    private(set) var index = PolicyIndex()

    private struct StoredTemplate: Sendable {
        let policy: Policy
        let source: SourceText?
        let program: Program
        var links = 0
    }

    /// A set without policies, which denies everything.
    public init() {}

    /// The policies and templates of a text; the n-th statement has the id `policy<n>`, counted from 0.
    ///
    /// - Throws: Everything that is wrong with the text.
    public init(parsing text: String) throws(SyntaxErrors) {
        try self.init(parsing: SourceText(text))
    }

    /// The policies and templates of a source; the n-th statement has the id `policy<n>`, counted from 0.
    ///
    /// - Throws: Everything that is wrong with the text.
    public init(parsing source: SourceText) throws(SyntaxErrors) {
        let policies = try Parser.policies(in: source)
        entries.reserveCapacity(policies.count)
        places.reserveCapacity(policies.count)
        for (position, policy) in policies.enumerated() {
            insert(policy, id: PolicyID(position: position), source: source)
        }
    }

    /// Adds a static policy, or a template.
    ///
    /// `source` is the text that the policy's ranges refer to; explanations quote it.
    ///
    /// - Throws: `.duplicate` when the id is taken.
    public mutating func add(
        _ policy: Policy,
        id: PolicyID,
        source: SourceText? = nil,
    ) throws(PolicySetError) {
        try requireFree(id)
        insert(policy, id: id, source: source)
    }

    /// Adds a template; one without slots is of use only to its links.
    ///
    /// - Throws: `.duplicate` when the id is taken.
    public mutating func add(
        template: Policy,
        id: PolicyID,
        source: SourceText? = nil,
    ) throws(PolicySetError) {
        try requireFree(id)
        insert(template: template, id: id, source: source)
    }

    /// Adds a link of a template.
    ///
    /// - Throws: `.duplicate`, `.notATemplate`, or a slot without value or value without slot.
    public mutating func link(_ link: TemplateLink) throws(PolicySetError) {
        try requireFree(link.id)
        guard let template = templatesByID[link.template] else { throw .notATemplate(link.template) }
        let slots = template.policy.slots
        for slot in slots where link.values[slot] == nil {
            throw .missingValue(slot, template: link.template)
        }
        for slot in Slot.allCases where link.values[slot] != nil && !slots.contains(slot) {
            throw .unexpectedValue(slot, template: link.template)
        }
        templatesByID[link.template]?.links += 1
        append(CompiledPolicy(link.id, template.policy, template.source, template.program, link: link))
    }

    /// Removes a policy, a link, or a template that has no links.
    ///
    /// - Throws: `.unknown`, or `.templateInUse`.
    public mutating func remove(_ id: PolicyID) throws(PolicySetError) {
        if let template = templatesByID[id] {
            if template.links > 0 { throw .templateInUse(id) }
            templatesByID[id] = nil
            templateOrder.removeAll { $0 == id }
            return
        }
        guard let place = places.removeValue(forKey: id), let entry = entries[Int(place)] else {
            throw .unknown(id)
        }
        if let link = entry.link { templatesByID[link.template]?.links -= 1 }
        index.remove(place, entry)
        entries[Int(place)] = nil
        if entries.count > 64, places.count * 2 < entries.count { compact() }
    }

    private func requireFree(_ id: PolicyID) throws(PolicySetError) {
        if places[id] != nil || templatesByID[id] != nil { throw .duplicate(id) }
    }

    private mutating func insert(_ policy: Policy, id: PolicyID, source: SourceText?) {
        if policy.isTemplate {
            insert(template: policy, id: id, source: source)
        } else {
            append(CompiledPolicy(id, policy, source, Compiler.program(for: policy.conditions)))
        }
    }

    private mutating func insert(template: Policy, id: PolicyID, source: SourceText?) {
        let program = Compiler.program(for: template.conditions)
        templatesByID[id] = StoredTemplate(policy: template, source: source, program: program)
        templateOrder.append(id)
    }

    private mutating func append(_ entry: CompiledPolicy) {
        let place = Int32(entries.count)
        places[entry.id] = place
        entries.append(entry)
        index.insert(place, entry)
    }

    /// Closes the gaps that removed policies left.
    private mutating func compact() {
        let kept = entries.compactMap(\.self)
        entries = []
        places = [:]
        index = PolicyIndex()
        for entry in kept { append(entry) }
    }
}

extension PolicySet {
    /// A static policy with its id.
    public struct Item: Sendable, Hashable {
        /// The id.
        public let id: PolicyID
        /// The statement.
        public let policy: Policy
    }

    /// The static policies in the order in which they were added.
    public var policies: [Item] {
        entries.compactMap { entry in
            guard let entry, entry.link == nil else { return nil }
            return Item(id: entry.id, policy: entry.policy)
        }
    }

    /// The templates in the order in which they were added.
    public var templates: [Item] {
        templateOrder.compactMap { id in templatesByID[id].map { Item(id: id, policy: $0.policy) } }
    }

    /// The links in the order in which they were added.
    public var links: [TemplateLink] { entries.compactMap { $0?.link } }

    /// How many policies and links take part in decisions.
    public var count: Int { places.count }

    /// The statement of a policy, of a template, or of a link's template; nil when nothing has the id.
    public subscript(id: PolicyID) -> Policy? {
        if let place = places[id] { return entries[Int(place)]?.policy }
        return templatesByID[id]?.policy
    }

    /// The text that a policy was read from, if it is known.
    public func source(of id: PolicyID) -> SourceText? {
        if let place = places[id] { return entries[Int(place)]?.source }
        return templatesByID[id]?.source
    }
}
