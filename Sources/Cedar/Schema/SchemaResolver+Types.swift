extension SchemaResolver {
    static let builtIns: [Text: SchemaType] = {
        var types: [Text: SchemaType] = ["Bool": .bool, "Long": .long, "String": .string]
        for type in ExtensionType.allCases { types[Text(type.rawValue)] = .extension(type) }
        return types
    }()

    /// The full names that a name may mean, in the order in which they are tried.
    func candidates(_ name: RawName, in namespace: Name?) -> [Name] {
        let plain = Name(unchecked: name.parts)
        guard name.parts.count == 1, let namespace else { return [plain] }
        return [fullName(name.parts[0], in: namespace), plain]
    }

    private func builtIn(_ name: RawName) -> SchemaType? {
        switch name.parts.count {
        case 1: Self.builtIns[name.parts[0]]
        case 2 where name.parts[0] == Identifier.kept: Self.builtIns[name.parts[1]]
        default: nil
        }
    }

    private func isEntityType(_ name: Name) -> Bool {
        entityNames.contains(name) || actionTypes.contains(name)
    }

    /// Resolves common types so that each comes after those it uses; finds cycles without recursion between types.
    mutating func resolveCommonTypes() {
        enum Mark { case open, done }
        var marks: [Name: Mark] = [:]
        for start in commonTypes.keys.sorted() where marks[start] == nil {
            var stack: [(name: Name, uses: [Name])] = [(start, uses(of: start))]
            marks[start] = .open
            while let last = stack.indices.last {
                if let next = stack[last].uses.popLast() {
                    switch marks[next] {
                    case .done: continue
                    case .open:
                        report("common type `\(next)` is defined by itself", commonTypes[next]?.type.range ?? .none)
                    case nil:
                        marks[next] = .open
                        stack.append((next, uses(of: next)))
                    }
                } else {
                    let name = stack.removeLast().name
                    marks[name] = .done
                    guard diagnostics.isEmpty, let common = commonTypes[name] else { continue }
                    resolvedTypes[name] = resolve(common.type, in: common.namespace)
                }
            }
        }
    }

    private func uses(of name: Name) -> [Name] {
        guard let common = commonTypes[name] else { return [] }
        var names: [Name] = []
        collectUses(common.type, common.namespace, &names)
        return names
    }

    private func collectUses(_ type: RawType, _ namespace: Name?, _ names: inout [Name]) {
        switch type.kind {
        case .known, .entity: break
        case .common(let name):
            if let found = candidates(name, in: namespace).first(where: { commonTypes[$0] != nil }) {
                names.append(found)
            }
        case .entityOrCommon(let name):
            for candidate in candidates(name, in: namespace) {
                if commonTypes[candidate] != nil {
                    names.append(candidate)
                    return
                }
                if isEntityType(candidate) { return }
            }
        case .set(let element): collectUses(element, namespace, &names)
        case .record(let attributes):
            for attribute in attributes { collectUses(attribute.type, namespace, &names) }
        }
    }

    /// What `type` means inside `namespace`; a stand-in after a report.
    mutating func resolve(_ type: RawType, in namespace: Name?) -> SchemaType {
        let resolved = resolveUnbounded(type, in: namespace)
        if resolved.depth > SchemaType.depthLimit {
            report("this type is more than \(SchemaType.depthLimit) levels deep", type.range)
            return .bool
        }
        return resolved
    }

    private mutating func resolveUnbounded(_ type: RawType, in namespace: Name?) -> SchemaType {
        switch type.kind {
        case .known(let known): return known
        case .set(let element): return .set(resolve(element, in: namespace))
        case .record(let attributes):
            var types: [Text: RecordType.Attribute] = [:]
            for attribute in attributes {
                types[attribute.name] = .init(
                    resolve(attribute.type, in: namespace),
                    isRequired: attribute.isRequired,
                )
            }
            return .record(RecordType(types))
        case .entity(let name):
            for candidate in candidates(name, in: namespace) where isEntityType(candidate) { return .entity(candidate) }
            return unresolved(name, "entity type")
        case .common(let name):
            for candidate in candidates(name, in: namespace) {
                if let type = resolvedTypes[candidate] { return type }
            }
            if let type = builtIn(name) { return type }
            return unresolved(name, "common type")
        case .entityOrCommon(let name):
            for candidate in candidates(name, in: namespace) {
                if let type = resolvedTypes[candidate] { return type }
                if isEntityType(candidate) { return .entity(candidate) }
            }
            if let type = builtIn(name) { return type }
            return unresolved(name, "type")
        }
    }

    private mutating func unresolved(_ name: RawName, _ kind: String) -> SchemaType {
        report("\(kind) `\(name.text)` is not declared", name.range)
        return .bool
    }

    /// The declared entity type that `name` means; types of actions do not count.
    mutating func entityName(_ name: RawName, in namespace: Name?) -> Name? {
        for candidate in candidates(name, in: namespace) where entityNames.contains(candidate) { return candidate }
        _ = unresolved(name, "entity type")
        return nil
    }

    mutating func record(_ type: RawType?, in namespace: Name?, _ what: String) -> RecordType {
        guard let type else { return RecordType() }
        let resolved = resolve(type, in: namespace)
        if case .record(let record) = resolved { return record }
        if diagnostics.isEmpty { report("\(what) is not a record", type.range) }
        return RecordType()
    }
}
