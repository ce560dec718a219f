import CFacts
package import Domain
import Synchronization
import YAML

/// What is known of platforms' connectors, from facts and not from names: what they act on, what their operations do, what
/// a step does that leaves its operation out; and the rules that give a class.
///
/// Part of the program; an organisation's own files are read over it.
package struct Catalogue: Sendable {
    /// A class that people gave, with their reason.
    package struct Decided: Sendable, Hashable {
        package var identityClass: IdentityClass
        package var reason: String

        package init(_ identityClass: IdentityClass, reason: String) {
            self.identityClass = identityClass
            self.reason = reason
        }
    }

    /// Later ones are read over earlier ones.
    private let files: [CatalogueFile]
    private let systems: [Known.Key: SystemKind]
    private let systemPatterns: [(start: Known.Key, kind: SystemKind)]
    package private(set) var rules: RuleSet
    /// By `connector`, `connector/resource` or `connector/resource/operation`; they come before every rule.
    package var decided: [String: Decided]
    private let known = Known()

    /// The catalogue that is part of the program.
    package static let shipped: Catalogue = {
        do throws(CatalogueFailure) {
            return try Catalogue(shippedFiles())
        } catch {
            preconditionFailure("the program's own catalogue is broken: \(error)")
        }
    }()

    private init(_ files: [CatalogueFile]) throws(CatalogueFailure) {
        self.files = files
        var systems: [Known.Key: SystemKind] = [:]
        var patterns: [(Known.Key, SystemKind)] = []
        var rules = RuleSet()
        var decided: [String: Decided] = [:]
        for file in files {
            let reader = CatalogueReader(file: file.name)
            for (pattern, kind) in try reader.systems(try file.section("systems")) {
                let isStart = pattern.last == "*"
                let name = file.prefix + (isStart ? String(pattern.dropLast()) : pattern)
                let key = Known.Key(platform: file.platform, name: name)
                if isStart { patterns.append((key, kind)) } else { systems[key] = kind }
            }
            decided.merge(try reader.decisions(try file.section("decided"))) { $1 }
            try rules.take(rules: try file.section("rules"), words: try file.section("words"), reader: reader)
        }
        self.systems = systems
        systemPatterns = patterns.reversed()
        self.rules = rules
        self.decided = decided
    }

    /// The same with further files read over it.
    ///
    /// - Throws: At the first file that is wrong, with its line; every connector in it is looked at.
    package func adding(_ files: [(name: String, bytes: [UInt8])]) throws(CatalogueFailure) -> Catalogue {
        var read: [CatalogueFile] = []
        for (name, bytes) in files {
            let file = try CatalogueFile(name: name, bytes: bytes)
            for connector in file.connectorNames { _ = try file.connector(file.prefix + connector) }
            let reader = CatalogueReader(file: name)
            for pair in try reader.entries(try file.section("credentials")) {
                _ = try reader.credential(pair.key, pair.value, platform: file.platform)
            }
            read.append(file)
        }
        var catalogue = try Catalogue(self.files + read)
        catalogue.decided.merge(decided) { new, _ in new }
        return catalogue
    }

    static func shippedFiles() throws(CatalogueFailure) -> [CatalogueFile] {
        var files: [CatalogueFile] = []
        for (name, bytes) in shippedTexts() { files.append(try CatalogueFile(indexed: bytes, name: name)) }
        return files
    }

    static func shippedTexts() -> [(name: String, bytes: [UInt8])] {
        (0..<penstock_facts_count).map { index in
            let fact = penstock_fact_at(index)
            return (String(cString: fact.name), Array(UnsafeBufferPointer(start: fact.start, count: fact.size)))
        }
    }
}

// MARK: - Asking

extension Catalogue {
    /// What is known of a connector; nil when no file names it, nor a list of systems.
    package func connector(_ name: String, on platform: String = "n8n") -> Connector? {
        let key = Known.Key(platform: platform, name: name)
        if let found = known.find(key) { return found }
        let found = read(name, on: platform)
        known.keep(found, under: key)
        return found
    }

    /// Names of all connectors of a platform, sorted.
    package func connectorNames(on platform: String) -> [String] {
        let own = files.filter { $0.platform == platform }
        return Set(own.flatMap { file in file.connectorNames.map { file.prefix + $0 } }).sorted()
    }

    /// The platforms that anything is known of, sorted.
    package var platforms: [String] { Set(files.map(\.platform)).subtracting([""]).sorted() }

    package func credentialType(_ name: String, on platform: String = "n8n") -> CredentialType? {
        var found: CredentialType?
        for file in files where file.platform == platform {
            guard let node = (try? file.section("credentials"))?[name] else { continue }
            let reader = CatalogueReader(file: file.name)
            found = (try? reader.credential(name, node, platform: platform)) ?? found
        }
        return found
    }

    /// What a step can do, and the rule that says so.
    package func effect(of facts: StepFacts) -> StepEffect {
        var effect = bareEffect(of: facts)
        effect.reach = facts.system?.reach ?? (effect.rule == "http-control-plane" ? .cloudAPI : nil)
        return effect
    }

    private func bareEffect(of facts: StepFacts) -> StepEffect {
        let names = [facts.connector.full, facts.connector.base, facts.connector.short]
        for name in names where !decided.isEmpty {
            let place = "\(name)/\(facts.resource ?? "")"
            for key in ["\(place)/\(facts.operation ?? "")", place, name] {
                guard let decision = decided[key] else { continue }
                let reason = "decided for `\(key)`: \(decision.reason)"
                return StepEffect(decision.identityClass, reason: reason, rule: "decided")
            }
        }
        return rules.effect(of: facts)
    }

    private func read(_ name: String, on platform: String) -> Connector? {
        let key = Known.Key(platform: platform, name: name)
        var found: Connector?
        for file in files where file.platform == platform {
            // Every file was read once, when it was added or by the tests; it cannot be broken here.
            guard let part = (try? file.connector(name)) ?? nil else { continue }
            if found == nil { found = part } else { found?.take(part) }
        }
        guard var connector = found ?? systems[key].map({ _ in Connector(name: name, platform: platform) }) else {
            return nil
        }
        if connector.system == nil {
            connector.system =
                systems[key]
                ?? systemPatterns.first { $0.start.platform == platform && name.hasPrefix($0.start.name) }?.kind
                ?? (connector.credentials.isEmpty ? nil : .saas)
        }
        return connector
    }
}

/// Connectors that were asked for before.
private final class Known: Sendable {
    struct Key: Hashable {
        var platform: String
        var name: String
    }

    private let connectors = Mutex<[Key: Connector?]>([:])

    /// nil when it was never asked for; nil inside when there is none.
    func find(_ key: Key) -> Connector?? { connectors.withLock { $0[key] } }

    func keep(_ connector: Connector?, under key: Key) {
        connectors.withLock { connectors in
            // Names come from files that anybody wrote; they must not fill the memory.
            if connectors.count < 10_000 { connectors[key] = .some(connector) }
        }
    }
}
