import Domain

/// Finds the shape of a type by letting it decode itself from a decoder that answers everything and notes what was asked.
///
/// The document is so made of the very code that reads and writes the JSON, and cannot say something else.
enum ShapeRecorder {
    static func shape(of type: any Decodable.Type) throws -> Shape {
        func open<Value: Decodable>(_ type: Value.Type) throws -> Shape { try record(type).shape }
        return try open(type)
    }

    static func record<Value: Decodable>(_ type: Value.Type) throws -> (value: Value, shape: Shape) {
        if let path = ResourcePath("system") as? Value { return (path, .text(format: nil)) }
        if let window = DailyWindow("08:00-18:00") as? Value { return (window, .text(format: nil)) }
        if let known = type as? any ShapeKnown.Type { return (try cast(known.sample), known.shape) }
        if let list = type as? any ListLike.Type { return (try cast(list.init()), .list(try shape(of: list.element))) }
        if let map = type as? any MapLike.Type { return (try cast(map.init()), .map(try shape(of: map.element))) }
        if let choice = type as? any CaseIterable.Type, let (first, texts) = choices(choice) {
            return (try cast(first), .choice(texts))
        }
        let recording = Recording(name: name(of: type))
        let value = try Value(from: RecordingDecoder(recording: recording))
        return (value, recording.shape)
    }

    /// The type's name without its modules: `Finding.Subject` becomes `FindingSubject`.
    private static func name(of type: Any.Type) -> String {
        var parts: [Substring] = []
        for part in String(reflecting: type).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if !["Domain", "Wire", "API", "Swift", "ControlPlane"].contains(part) { parts.append(part) }
        }
        return parts.joined()
    }

    private static func choices(_ type: any CaseIterable.Type) -> (first: Any, texts: [String])? {
        func open<Choice: CaseIterable>(_ type: Choice.Type) -> (first: Any, texts: [String])? {
            let texts = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
            guard let first = type.allCases.first, texts.count == type.allCases.count else { return nil }
            return (first, texts)
        }
        return open(type)
    }

    private static func cast<Value>(_ value: Any) throws -> Value {
        guard let value = value as? Value else { throw NoSample() }
        return value
    }
}

/// What one type asked for while it decoded itself.
final class Recording {
    private let name: String
    private var members: [Shape.Member] = []
    private var single: Shape?
    /// Set when a member was asked about before it was read: it may be absent.
    private var askedAbout: String?

    init(name: String) {
        self.name = name
    }

    var shape: Shape { single ?? .object(name: name, members: members) }

    func note(_ shape: Shape) { single = shape }

    func ask(about key: String) { askedAbout = key }

    func note(_ shape: Shape, for key: String) {
        members.append(Shape.Member(name: key, shape: shape, isRequired: askedAbout != key))
        askedAbout = nil
    }
}

private protocol ListLike {
    init()
    static var element: any Decodable.Type { get }
}

extension Array: ListLike where Element: Decodable {
    fileprivate static var element: any Decodable.Type { Element.self }
}

extension Set: ListLike where Element: Decodable {
    fileprivate static var element: any Decodable.Type { Element.self }
}

private protocol MapLike {
    init()
    static var element: any Decodable.Type { get }
}

extension Dictionary: MapLike where Key == String, Value: Decodable {
    fileprivate static var element: any Decodable.Type { Value.self }
}
