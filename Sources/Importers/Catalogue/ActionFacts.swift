import Domain

/// What a step states of itself, in words common to all platforms, for formats that know no more of it.
struct ActionFacts {
    /// Name of the format it was read from, for example `node-red`.
    var platform: String
    /// The platform's own name of the kind of step.
    var connector: String
    var nature: Nature

    enum Nature {
        /// Works on the data of the workflow and reaches nothing else.
        case inside
        case trigger
        /// Runs code of the author's own.
        case code
        /// Runs a command on the platform's own host.
        case command
        /// Calls a workflow, which is judged by its own steps.
        case call(String)
        /// An HTTP request; nil where an expression decides. Of the path only what is plain text.
        case request(method: String?, path: String?)
        /// Any text in the language of a database.
        case rawQuery(String)
        case operation(String, resource: String?)
        /// What a connector does whatever its parameters say, with the reason.
        case always(IdentityClass, String)
        /// Nothing is known, with the reason.
        case unknown(String)
    }
}

extension Catalogue {
    /// What a step can do, by the same rules for every platform.
    func effect(of facts: ActionFacts) -> StepEffect {
        var step = StepFacts(ConnectorName(plain: facts.connector), platform: facts.platform)
        switch facts.nature {
        case .inside: step.system = .inside
        case .trigger: step.isTrigger = true
        case .code: step.system = .code
        case .command: step.system = .command
        case .call(let called): step.called = "`\(called)`"
        case .request(let method, let path):
            step.isRequest = true
            step.method = method?.uppercased()
            step.path = path.flatMap(lastPlainSegment)
        case .rawQuery(let name):
            step.operation = name
            step.isRawQuery = true
        case .operation(let operation, let resource):
            step.operation = operation
            step.resource = resource
            step.fill(from: self)
        case .always(let identityClass, let reason): return StepEffect(identityClass, reason: reason, rule: "format")
        case .unknown(let reason): return StepEffect(nil, reason: reason, rule: "unknown-connector")
        }
        return effect(of: step)
    }
}

/// The last part of a path that is neither an expression nor a number, without its query.
func lastPlainSegment(_ path: String) -> String? {
    path.prefix { $0 != "?" }.split(separator: "/").last { part in
        part.utf8.contains { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
            && !part.contains { "{}@[]()$'".contains($0) }
    }
    .map(String.init)
}

/// The old name of the rules.
enum EffectRules {
    static func effect(of facts: ActionFacts, catalogue: Catalogue) -> StepEffect { catalogue.effect(of: facts) }
}
