/// A text of IAM in which `*` stands for any characters and `?` for one.
///
/// A plain text is a pattern without either, so one question answers all: whether a pattern covers another.
struct IAMPattern: Sendable, Hashable {
    // Bytes of UTF-8, and two marks above them.
    private let units: [UInt16]

    private static let one: UInt16 = 256
    private static let run: UInt16 = 257

    static let everything = IAMPattern("*")

    /// - Parameter text: As it stands in a policy.
    init(_ text: String) {
        units = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "*"): Self.run
            case UInt8(ascii: "?"): Self.one
            default: UInt16(byte)
            }
        }
    }

    /// A pattern in which every letter is small; action names are compared without regard to case.
    init(action text: String) {
        self.init(text.lowercased())
    }

    private init(units: [UInt16]) {
        self.units = units
    }

    var isEverything: Bool { !units.isEmpty && units.allSatisfy { $0 == Self.run } }

    var isPlain: Bool { units.allSatisfy { $0 < Self.one } }

    /// Whether the pattern matches a name in which capital letters count as small ones.
    func matches(lowercasing name: some BidirectionalCollection<UInt8>) -> Bool {
        covers(name.map { UInt16((65...90).contains($0) ? $0 | 0x20 : $0) })
    }

    /// Whether everything the other pattern matches is matched by this one.
    ///
    /// Never wrongly true; false for a few pairs that only a search through all texts would find.
    func covers(_ other: IAMPattern) -> Bool { covers(other.units) }

    private func covers(_ text: [UInt16]) -> Bool {
        var place = 0
        var position = 0
        var lastRun: (place: Int, position: Int)?
        while position < text.count {
            if place < units.count, units[place] == Self.run {
                lastRun = (place, position)
                place += 1
            } else if place < units.count, accepts(units[place], text[position]) {
                place += 1
                position += 1
            } else if let run = lastRun {
                place = run.place + 1
                position = run.position + 1
                lastRun = (run.place, position)
            } else {
                return false
            }
        }
        return units[place...].allSatisfy { $0 == Self.run }
    }

    private func accepts(_ unit: UInt16, _ other: UInt16) -> Bool {
        unit == Self.one ? other != Self.run : unit == other
    }

    /// Whether some text is matched by both.
    func overlaps(_ other: IAMPattern) -> Bool {
        if isPlain { return other.covers(self) }
        if other.isPlain { return covers(other) }
        // Row by row over this pattern: at which places of the other a common text may have come to.
        var places = [Bool](repeating: false, count: other.units.count + 1)
        places[0] = true
        spread(&places, through: other)
        for unit in units {
            var next = [Bool](repeating: false, count: places.count)
            if unit == Self.run {
                var reached = false
                for index in places.indices {
                    reached = reached || places[index]
                    next[index] = reached
                }
            } else {
                for index in other.units.indices where places[index] {
                    let theirs = other.units[index]
                    if theirs == Self.run { next[index] = true }
                    if theirs == Self.one || unit == Self.one || theirs == unit, theirs != Self.run {
                        next[index + 1] = true
                    }
                }
            }
            spread(&next, through: other)
            places = next
        }
        return places[other.units.count]
    }

    /// A run of the other pattern may stand for nothing.
    private func spread(_ places: inout [Bool], through other: IAMPattern) {
        for index in other.units.indices where places[index] && other.units[index] == Self.run {
            places[index + 1] = true
        }
    }
}

extension IAMPattern {
    /// A resource of a policy in which `${…}` is filled in from what is known of the principal; nil when a variable is one
    /// that this kind of principal never has.
    ///
    /// - Parameters:
    ///   - text: As it stands in the policy, of a version that knows variables.
    ///   - values: Known variables by their names in small letters.
    ///   - unknown: Set when a variable has no value here; it then stands for any characters.
    init?(filling text: String, from values: PolicyVariables, unknown: inout Bool) {
        var units: [UInt16] = []
        var rest = Substring(text)
        while let opening = rest.firstRange(of: "${"), let closing = rest[opening.upperBound...].firstIndex(of: "}") {
            units += IAMPattern(String(rest[..<opening.lowerBound])).units
            let name = rest[opening.upperBound..<closing]
            switch values.value(of: name) {
            case .text(let value): units += value.utf8.map(UInt16.init)
            case .never: return nil
            case .unknown:
                unknown = true
                units.append(Self.run)
            }
            rest = rest[rest.index(after: closing)...]
        }
        self.init(units: units + IAMPattern(String(rest)).units)
    }
}
