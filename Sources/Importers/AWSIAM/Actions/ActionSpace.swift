/// The actions that the policies of one account can speak of: the catalogue's, and those it does not know.
///
/// An action or pattern that matches nothing in the catalogue gets a number of its own, so that a right to it is not
/// lost.
struct ActionSpace {
    let catalogue: AWSActionCatalogue
    /// Actions and patterns that the catalogue does not know, in small letters, sorted.
    let unlisted: [String]
    private let unlistedPatterns: [IAMPattern]
    /// As the first policy writes them.
    private let unlistedNames: [String]
    private var known: [String: ActionSet] = [:]

    var size: Int { catalogue.count + unlisted.count }

    /// `policies` are all that will be asked about, `also` further actions that will be.
    init(_ catalogue: AWSActionCatalogue = .shared, policies: some Sequence<IAMPolicy>, also: [String] = []) {
        self.catalogue = catalogue
        var unlisted: [String: String] = [:]
        var seen: Set<String> = []
        func look(_ written: String) {
            let action = written.lowercased()
            guard seen.insert(action).inserted, !action.isEmpty else { return }
            if Self.listed(action, in: catalogue).isEmpty { unlisted[action] = written }
        }
        for policy in policies {
            for statement in policy.statements { statement.actions.forEach(look) }
        }
        also.forEach(look)
        self.unlisted = unlisted.keys.sorted()
        unlistedNames = self.unlisted.compactMap { unlisted[$0] }
        unlistedPatterns = self.unlisted.map { IAMPattern(action: $0) }
    }

    /// Number of an action by its name; nil when nobody spoke of it.
    func number(of action: String) -> Int? {
        let action = action.lowercased()
        if let listed = catalogue.number(of: action) { return listed }
        return unlisted.firstIndex(of: action).map { catalogue.count + $0 }
    }

    func name(_ action: Int) -> String {
        action < catalogue.count ? catalogue.name(action) : unlistedNames[action - catalogue.count]
    }

    /// nil when the action is not in the catalogue.
    func level(_ action: Int) -> AWSAccessLevel? {
        action < catalogue.count ? catalogue.levels[action] : nil
    }

    func service(_ action: Int) -> String {
        if action < catalogue.count { return catalogue.services[catalogue.serviceIndex(of: action)].name }
        let name = unlisted[action - catalogue.count]
        return name.firstIndex(of: ":").map { String(name[..<$0]) } ?? name
    }

    var empty: ActionSet { ActionSet(size: size) }

    /// Every action.
    mutating func all() -> ActionSet { actions(matching: "*") }

    /// The actions that any of the patterns matches; all others when `isNot`.
    mutating func actions(matching patterns: [String], isNot: Bool) -> ActionSet {
        var set = empty
        for pattern in patterns { set.formUnion(actions(matching: pattern)) }
        return isNot ? all().subtracting(set) : set
    }

    mutating func actions(matching pattern: String) -> ActionSet {
        let pattern = pattern.lowercased()
        if let set = known[pattern] { return set }
        var set = empty
        for action in Self.listed(pattern, in: catalogue) { set.insert(action) }
        let shape = IAMPattern(action: pattern)
        for (index, other) in unlistedPatterns.enumerated() where shape.covers(other) {
            set.insert(catalogue.count + index)
        }
        known[pattern] = set
        return set
    }

    /// The catalogue's actions that a pattern in small letters matches; only the service it names is looked through.
    private static func listed(_ pattern: String, in catalogue: AWSActionCatalogue) -> [Int] {
        let shape = IAMPattern(action: pattern)
        if shape.isPlain { return catalogue.number(of: pattern).map { [$0] } ?? [] }
        if shape.isEverything { return Array(0..<catalogue.count) }
        guard let colon = pattern.firstIndex(of: ":") else {
            // Without a colon only `*` can stand for the one between service and name.
            return pattern.contains("*") ? search(shape, in: 0..<catalogue.count, of: catalogue) : []
        }
        let service = pattern[..<colon]
        guard service.contains(where: { $0 == "*" || $0 == "?" }) else {
            guard let range = catalogue.service(named: String(service))?.range else { return [] }
            return pattern[colon...] == ":*" ? Array(range) : search(shape, in: range, of: catalogue)
        }
        return search(shape, in: 0..<catalogue.count, of: catalogue)
    }

    private static func search(_ shape: IAMPattern, in range: Range<Int>, of catalogue: AWSActionCatalogue) -> [Int] {
        range.filter { shape.matches(lowercasing: catalogue.bytes($0)) }
    }
}
