import Cedar

/// Reads what policy commands work on; what is wrong with a file is a `PolicyComplaint` that shows the place.
enum PolicyReading {
    /// A schema in Cedar or JSON syntax.
    static func schema(_ path: String) throws -> Schema {
        let file = try PolicyFile(path)
        do {
            return try file.isJSON ? Schema(json: file.source.bytes) : Schema(parsing: file.source.bytes)
        } catch {
            throw PolicyComplaint(file, error.diagnostics)
        }
    }

    /// Policies and links of these files; statements without id are `policy0`, `policy1` … over all files.
    static func policies(_ files: [PolicyFile], links: [String]) throws -> PolicySet {
        var policies = PolicySet()
        var count = 0
        for (index, file) in files.enumerated() {
            let more = try self.policies(file)
            defer { count += more.policies.count + more.templates.count }
            if index == 0 {
                policies = more
            } else {
                try add(more, to: &policies, file, from: count)
            }
        }
        for path in links { try link(try PolicyFile(path), to: &policies) }
        return policies
    }

    private static func policies(_ file: PolicyFile) throws -> PolicySet {
        do {
            return try file.isJSON ? PolicySet(json: file.source) : PolicySet(parsing: file.source)
        } catch let error as SyntaxErrors {
            throw PolicyComplaint(file, error.diagnostics)
        } catch let error as SourceDiagnostic {
            throw PolicyComplaint(file, [error])
        }
    }

    private static func add(
        _ more: PolicySet,
        to policies: inout PolicySet,
        _ file: PolicyFile,
        from count: Int,
    ) throws {
        func id(_ id: PolicyID) -> PolicyID {
            let digits = id.description.dropFirst("policy".count)
            guard !file.isJSON, let number = Int(digits) else { return id }
            return PolicyID(position: number + count)
        }
        do {
            for item in more.policies {
                try policies.add(item.policy, id: id(item.id), source: more.source(of: item.id))
            }
            for item in more.templates {
                try policies.add(template: item.policy, id: id(item.id), source: more.source(of: item.id))
            }
            for link in more.links { try policies.link(link) }
        } catch {
            throw PolicyComplaint([SourceMessage(file, .error, error.description, .none)])
        }
    }

    private static func link(_ file: PolicyFile, to policies: inout PolicySet) throws {
        do {
            for link in try TemplateLink.links(json: file.source) { try policies.link(link) }
        } catch let error as SourceDiagnostic {
            throw PolicyComplaint(file, [error])
        } catch let error as PolicySetError {
            throw PolicyComplaint([SourceMessage(file, .error, error.description, .none)])
        }
    }

    /// Entities with, when there is a schema, its actions; and in what they do not fit the schema.
    ///
    /// Entities that do not fit are decided upon as they are.
    static func entities(_ file: PolicyFile, _ schema: Schema?) throws -> (Entities, [SchemaViolation]) {
        do {
            guard let schema else { return (try Entities(json: file.source), []) }
            let given = try Entities.entities(json: file.source, shapes: schema)
            do {
                return (try Entities(given, conformingTo: schema), [])
            } catch {
                let others = given.filter { schema.actions[$0.uid] == nil }
                do {
                    return (try Entities(others + schema.actionEntities), error.violations)
                } catch {
                    throw PolicyComplaint([SourceMessage(file, .error, error.description, .none)])
                }
            }
        } catch let error as SourceDiagnostic {
            throw PolicyComplaint(file, [error])
        }
    }

    /// The requests of an array, or the single one of an object.
    static func requests(_ file: PolicyFile, _ schema: Schema?) throws -> [Request] {
        do {
            let root = try JSONReader.read(file.source)
            var requests: [Request] = []
            for node in root.array ?? [root] { requests.append(try request(node, file, schema)) }
            return requests
        } catch {
            throw PolicyComplaint(file, [error])
        }
    }

    /// A context that does not fit the schema is read as it is.
    static func request(_ node: JSONNode, _ file: PolicyFile, _ schema: Schema?) throws(SourceDiagnostic) -> Request {
        if let schema, let request = try? Request(node, file.source, schema) { return request }
        return try Request(node, file.source, nil)
    }
}
