import Domain

/// What a step states of itself, in words common to all platforms: all that the rules look at.
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

extension EffectRules {
    /// What a step can do, by the same rules for every platform.
    static func effect(of facts: ActionFacts, catalogue: Catalogue) -> StepEffect {
        switch facts.nature {
        case .inside: return StepEffect(.readOnly, reason: "works on data inside the workflow only")
        case .trigger: return StepEffect(.readOnly, reason: "starts the workflow and changes nothing")
        case .code: return StepEffect(.privileged, reason: "runs code that may do anything the platform may")
        case .command: return StepEffect(.privileged, reason: "runs commands on the platform's own host")
        case .call(let called):
            return StepEffect(.readOnly, reason: "calls workflow `\(called)`, which is judged by its own steps")
        case .rawQuery(let name):
            return StepEffect(.privileged, reason: "`\(name)` runs a query that may do anything the account may")
        case .always(let identityClass, let reason): return StepEffect(identityClass, reason: reason)
        case .unknown(let reason): return StepEffect(nil, reason: "\(reason); counts as change-capable")
        case .request(let method, let path): return request(method: method, path: path)
        case .operation(let operation, let resource):
            var step = StepFacts(connector: ConnectorName("\(facts.platform).\(facts.connector)"))
            step.operation = operation
            step.resource = resource
            return effect(of: step, catalogue: catalogue)
        }
    }

    /// By method, and by the last word of the path: writing to `/users` or `/roleAssignments` touches identities, and a
    /// POST to `/query` reads.
    private static func request(method: String?, path: String?) -> StepEffect {
        guard let method = method?.uppercased() else {
            return StepEffect(nil, reason: "an expression decides the method of the HTTP request")
        }
        if ["GET", "HEAD", "OPTIONS"].contains(method) {
            return StepEffect(.readOnly, reason: "HTTP \(method) reads")
        }
        let last = path.flatMap(lastPlainSegment)
        let said = last.map { "HTTP \(method) on `\($0)`" } ?? "HTTP \(method)"
        let parts = last.map { words(of: $0) } ?? []
        if method == "POST", let first = parts.first, Vocabulary.reading.contains(first),
            !Vocabulary.writing.contains(first)
        {
            return StepEffect(.readOnly, reason: "\(said) reads")
        }
        if let noun = (parts + [parts.joined()]).first(where: Vocabulary.identityNouns.contains) {
            return StepEffect(.privileged, reason: "\(said) touches identities (`\(noun)`)")
        }
        return StepEffect(.changeCapable, reason: "\(said) can change")
    }

    /// The last part of a path that is neither an expression nor a number, without its query.
    private static func lastPlainSegment(_ path: String) -> String? {
        path.prefix { $0 != "?" }.split(separator: "/").last { part in
            part.utf8.contains { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
                && !part.contains { "{}@[]()$'".contains($0) }
        }
        .map(String.init)
    }
}
