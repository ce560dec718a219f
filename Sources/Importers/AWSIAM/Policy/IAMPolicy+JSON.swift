/// Why a policy document could not be read at all.
struct PolicyFault: Error, Hashable {
    var reason: String
}

extension IAMPolicy {
    /// Reads a document as an object, or as a text: plain JSON or JSON that is URL-encoded.
    ///
    /// A statement that is broken is left out and noted in `faults`.
    init(_ value: JSONValue) throws(PolicyFault) {
        if let text = value.string {
            try self.init(text: text)
        } else {
            try self.init(object: value)
        }
    }

    /// Reads the text of a document; the interface hands it out URL-encoded.
    init(text: String) throws(PolicyFault) {
        let isEncoded = text.utf8.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } != UInt8(ascii: "{")
        let bytes = isEncoded ? percentDecoded(text) : Array(text.utf8)
        let top: JSONTop
        do throws(JSONFailure) {
            top = try JSONDocument.read(bytes) { _, _ in true }
        } catch {
            throw PolicyFault(reason: "its document is no JSON: \(error.reason)")
        }
        guard case .object(let object) = top else { throw PolicyFault(reason: "its document is no JSON object") }
        try self.init(object: object)
    }

    private init(object: JSONValue) throws(PolicyFault) {
        guard object.isObject else { throw PolicyFault(reason: "its document is no JSON object") }
        guard let statement = object["Statement"] else { throw PolicyFault(reason: "its document has no Statement") }
        if let version = object["Version"]?.string { self.version = version }
        let list = statement.isArray ? Array(statement.elements) : [statement]
        for (place, element) in list.enumerated() {
            do throws(PolicyFault) {
                statements.append(try Statement(element))
            } catch {
                faults.append("statement \(place + 1): \(error.reason)")
            }
        }
    }
}

extension IAMPolicy.Statement {
    fileprivate init(_ value: JSONValue) throws(PolicyFault) {
        guard value.isObject else { throw PolicyFault(reason: "it is no object") }
        switch value["Effect"]?.string {
        case "Allow": isAllow = true
        case "Deny": isAllow = false
        default: throw PolicyFault(reason: "its Effect is neither Allow nor Deny")
        }
        sid = value["Sid"]?.string
        if let actions = value["Action"] {
            self.actions = actions.texts
        } else if let actions = value["NotAction"] {
            self.actions = actions.texts
            isNotAction = true
        } else {
            throw PolicyFault(reason: "it has neither Action nor NotAction")
        }
        if let resources = value["Resource"] {
            self.resources = resources.texts
        } else if let resources = value["NotResource"] {
            self.resources = resources.texts
            isNotResource = true
        } else {
            resources = []
        }
        if let principal = value["Principal"] {
            principals = PolicyPrincipal.all(in: principal)
        } else if let principal = value["NotPrincipal"] {
            principals = PolicyPrincipal.all(in: principal)
            isNotPrincipal = true
        }
        for (test, keys) in value["Condition"]?.members ?? value.noMembers {
            for (key, values) in keys.members {
                let condition = PolicyCondition(
                    test: test.string ?? "",
                    key: key.string ?? "",
                    values: values.texts
                )
                conditions.append(condition)
            }
        }
    }
}

extension PolicyPrincipal {
    fileprivate static func all(in value: JSONValue) -> [PolicyPrincipal] {
        if value.string == "*" { return [PolicyPrincipal(kind: "*", value: "*")] }
        return value.members.flatMap { kind, values in
            values.texts.map { PolicyPrincipal(kind: kind.string ?? "", value: $0) }
        }
    }
}

extension JSONValue {
    /// The texts of a list, or the one text that stands in its place.
    fileprivate var texts: [String] {
        isArray ? elements.compactMap(\.scalarText) : scalarText.map { [$0] } ?? []
    }

    fileprivate var noMembers: Members { Members(document: document, container: index, isWanted: false) }
}

/// The bytes that a URL-encoded text stands for; what is no escape stays.
func percentDecoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexDigit),
            let low = rest.dropFirst().first.flatMap(hexDigit)
        {
            bytes.append(UInt8(high << 4 | low))
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return bytes
}
