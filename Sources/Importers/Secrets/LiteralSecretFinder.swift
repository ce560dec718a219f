import Domain
import SecretScan

/// A secret in a value: where it stands in the value's text, and its fingerprint.
struct FoundSecret {
    var range: Range<Int>
    var fingerprint: Fingerprint?
}

/// Looks through a step's parameters for secrets.
///
/// What it finds is turned into a fingerprint and dropped.
struct LiteralSecretFinder {
    private let scanner: ParameterScanner
    private let fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?
    private let isReference: @Sendable (Member) -> Bool
    private var place: [Component]
    private(set) var found: [LiteralSecret] = []
    /// What was found, by index of the value.
    private(set) var byValue: [Int: [FoundSecret]] = [:]

    private enum Component {
        case name(String)
        case key(JSONValue)
        case index(Int)
    }

    /// A member of an object that is being searched.
    struct Member {
        var name: JSONValue
        var value: JSONValue
        var parent: JSONValue
    }

    /// - Parameters:
    ///   - scanner: Judges the values.
    ///   - fingerprint: Turns a secret into its fingerprint; nil keeps none.
    ///   - place: What the places of secrets begin with.
    ///   - isReference: Whether a member says where its value comes from instead of what it is; it is passed over then.
    init(
        scanner: ParameterScanner,
        fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?,
        place: String = "parameters",
        isReference: @escaping @Sendable (Member) -> Bool = { _ in false },
    ) {
        self.scanner = scanner
        self.fingerprint = fingerprint
        self.place = [.name(place)]
        self.isReference = isReference
    }

    /// Searches a value and all it holds.
    ///
    /// The parser bounds how deep that goes.
    mutating func search(_ value: JSONValue) {
        search(value, name: nil, isCode: false)
    }

    /// Searches a value that stands under the name of something else than its member.
    mutating func search(_ value: JSONValue, named name: JSONValue) {
        search(value, name: name, isCode: false)
    }

    /// Takes every text in a value that its source itself calls secret, whatever it looks like.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - rule: Under which rule it is reported.
    ///   - isReference: Whether a text only says where the secret comes from.
    mutating func takeEvery(_ value: JSONValue, rule: String, unless isReference: (JSONValue) -> Bool) {
        switch value.kind {
        case .string:
            guard !isReference(value), let text = value.string, !text.isEmpty else { return }
            let bytes = Array(text.utf8)
            report([SecretMatch(rule: rule, range: bytes.indices)], in: value, bytes: bytes)
        case .array:
            for (index, element) in value.elements.enumerated() {
                place.append(.index(index))
                takeEvery(element, rule: rule, unless: isReference)
                place.removeLast()
            }
        case .object:
            for (key, member) in value.members {
                place.append(.key(key))
                takeEvery(member, rule: rule, unless: isReference)
                place.removeLast()
            }
        case .null, .bool, .number: break
        }
    }

    private mutating func search(_ value: JSONValue, name: JSONValue?, isCode: Bool) {
        switch value.kind {
        case .string: judge(value, name: name, isCode: isCode)
        case .array:
            for (index, element) in value.elements.enumerated() {
                place.append(.index(index))
                search(element, name: name, isCode: isCode)
                place.removeLast()
            }
        case .object:
            let label = label(of: value)
            for (key, member) in value.members
            where !isReference(Member(name: key, value: member, parent: value)) {
                place.append(.key(key))
                let isValue = key.equals("value") || key.equals("stringValue")
                search(
                    member,
                    name: isValue ? label ?? name : key,
                    isCode: isCode || Self.code.contains { key.equals($0) }
                )
                place.removeLast()
            }
        case .null, .bool, .number: break
        }
    }

    /// The name in `{"name": …, "value": …}`, which is how headers, fields and assignments are written.
    private func label(of object: JSONValue) -> JSONValue? {
        guard object["value"] != nil || object["stringValue"] != nil else { return nil }
        guard let label = object["name"] ?? object["key"], label.kind == .string else { return nil }
        return label
    }

    private mutating func judge(_ value: JSONValue, name: JSONValue?, isCode: Bool) {
        let raw = value.rawBytes
        guard raw.count >= 8 else { return }
        let name = name.flatMap { $0.rawBytes.count <= 80 ? $0.string : nil }
        let form: ParameterScanner.Form = isCode ? .code : .value
        if let text = value.escapedString {
            report(scanner.matches(in: text, name: name, form: form), in: value, bytes: Array(text.utf8))
        } else {
            let matches = value.document.bytes.withUnsafeBufferPointer { bytes in
                scanner.matches(in: UnsafeBufferPointer(rebasing: bytes[raw.indices]), name: name, form: form)
            }
            if !matches.isEmpty { report(matches, in: value, bytes: Array(raw)) }
        }
    }

    private mutating func report(_ matches: [SecretMatch], in value: JSONValue, bytes: [UInt8]) {
        for match in matches {
            let fingerprint = fingerprint?(Array(bytes[match.range]))
            found.append(LiteralSecret(place: placeText, rule: match.rule, fingerprint: fingerprint))
            byValue[value.index, default: []].append(FoundSecret(range: match.range, fingerprint: fingerprint))
        }
    }

    private var placeText: String {
        var text = ""
        for component in place {
            switch component {
            case .name(let name): text += name
            case .key(let key): text += "." + (key.string ?? "")
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// Parameters that hold programs, bodies and commands.
    private static let code: [StaticString] = [
        "jsCode", "functionCode", "code", "pythonCode", "jsonBody", "body", "jsonHeaders", "headerParametersJson",
        "headerParametersUi", "command", "jsonParameters", "bodyParametersJson", "queryParametersJson", "jsonQuery",
        "jsonOutput", "rawBody", "query",
    ]
}
