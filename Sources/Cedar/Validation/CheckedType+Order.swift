extension CheckedType {
    /// Whether every value of this type is one of `other`.
    ///
    /// In strict mode entity types and the attributes of records must be the same; in permissive mode a record may have
    /// more attributes than an open one asks for.
    func isSubtype(of other: CheckedType, _ mode: ValidationMode) -> Bool {
        switch (self, other) {
        case (.never, _): true
        case (.bool(let a), .bool(let b)): a == b || b == .either
        case (.long, .long), (.string, .string): true
        case (.set(_), .set(nil)): true
        case (.set(nil), .set(_)): false
        case (.set(let a?), .set(let b?)): a.isSubtype(of: b, mode)
        case (.record(let a), .record(let b)): a.isSubtype(of: b, mode)
        case (.entity(let a), .entity(let b)): mode == .strict ? a == b : a.allSatisfy(b.contains)
        case (.anyEntity, .anyEntity): true
        case (.entity, .anyEntity): mode == .permissive
        case (.extension(let a), .extension(let b)): a == b
        default: false
        }
    }

    /// The smallest type of which both are subtypes, or nil when there is none.
    func upperBound(with other: CheckedType, _ mode: ValidationMode) -> CheckedType? {
        if isSubtype(of: other, mode) { return other }
        if other.isSubtype(of: self, mode) { return self }
        switch (self, other) {
        case (.bool, .bool): return .anyBool
        case (.set(let a?), .set(let b?)): return a.upperBound(with: b, mode).map { .set($0) }
        case (.record(let a), .record(let b)): return a.upperBound(with: b, mode).map { .record($0) }
        case (.entity(let a), .entity(let b)): return mode == .strict ? nil : Self.union(a, b)
        case (.anyEntity, .entity), (.entity, .anyEntity): return mode == .strict ? nil : .anyEntity
        default: return nil
        }
    }

    /// The upper bound of all `types`, ``never`` for none.
    static func upperBound(of types: some Sequence<CheckedType>, _ mode: ValidationMode) -> CheckedType? {
        var bound = CheckedType.never
        for type in types {
            guard let next = bound.upperBound(with: type, mode) else { return nil }
            bound = next
        }
        return bound
    }

    /// Actions have no upper bound with other entity types but any entity: what is known of their attributes would be
    /// lost.
    private static func union(_ a: [Name], _ b: [Name]) -> CheckedType {
        let names = Set(a).union(b).sorted()
        return names.contains(where: \.isAction) ? .anyEntity : .entity(names)
    }

    /// Whether no value is of both types, as far as that is decided: only entity types are told apart.
    func isDisjoint(from other: CheckedType) -> Bool {
        guard case (.entity(let a), .entity(let b)) = (self, other) else { return false }
        return !a.contains(where: b.contains)
    }
}

extension CheckedRecord {
    fileprivate func isSubtype(of other: CheckedRecord, _ mode: ValidationMode) -> Bool {
        if isSame(other) { return true }
        if isOpen && !other.isOpen { return false }
        let mayBeWider = other.isOpen && mode == .permissive
        if !mayBeWider && attributes.count != other.attributes.count { return false }
        return other.attributes.allSatisfy { name, theirs in
            attributes[name]?.isSubtype(of: theirs, mode) == true
        }
    }

    fileprivate func upperBound(with other: CheckedRecord, _ mode: ValidationMode) -> CheckedRecord? {
        let isSameWidth =
            attributes.count == other.attributes.count
            && attributes.keys.allSatisfy { other.attributes[$0] != nil }
        if mode == .strict && !isSameWidth { return nil }
        var bounds: [Text: CheckedAttribute] = [:]
        for (name, attribute) in attributes {
            guard let theirs = other.attributes[name] else { continue }
            if let bound = attribute.upperBound(with: theirs, mode) {
                bounds[name] = bound
            } else if mode == .strict {
                return nil
            }
        }
        let isOpen = isOpen || other.isOpen || !isSameWidth || bounds.count != attributes.count
        return CheckedRecord(bounds, isOpen: isOpen)
    }
}

extension CheckedAttribute {
    fileprivate func isSubtype(of other: CheckedAttribute, _ mode: ValidationMode) -> Bool {
        let fits = mode == .strict ? isRequired == other.isRequired : isRequired || !other.isRequired
        return fits && type.isSubtype(of: other.type, mode)
    }

    /// Also the bound of one attribute of several entity types.
    func upperBound(with other: CheckedAttribute, _ mode: ValidationMode) -> CheckedAttribute? {
        if mode == .strict && isRequired != other.isRequired { return nil }
        return type.upperBound(with: other.type, mode).map {
            CheckedAttribute(type: $0, isRequired: isRequired && other.isRequired)
        }
    }
}
