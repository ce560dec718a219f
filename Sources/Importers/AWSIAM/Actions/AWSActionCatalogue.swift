/// Every AWS action that is known, with its access level; read once, when it is first needed.
///
/// Actions have numbers: those of one service stand together, within it those of one level, so that sets of actions are
/// sets of bits.
struct AWSActionCatalogue: Sendable {
    static let shared = AWSActionCatalogue()

    struct Service: Sendable {
        var name: String
        /// Numbers of its actions.
        var range: Range<Int>
    }

    private(set) var services: [Service] = []
    /// Access level of each action.
    private(set) var levels: [AWSAccessLevel] = []
    private var text: [UInt8] = []
    private var ends: [Int] = []
    private var serviceNumbers: [String: Int] = [:]
    /// Numbers of actions by their names in small letters.
    private var numbers: [String: Int] = [:]

    var count: Int { levels.count }

    /// The action as the vendor writes it, for example `s3:GetObject`.
    func name(_ action: Int) -> String {
        String(decoding: bytes(action), as: UTF8.self)
    }

    func bytes(_ action: Int) -> ArraySlice<UInt8> {
        text[(action == 0 ? 0 : ends[action - 1])..<ends[action]]
    }

    /// Number of an action by its name in small letters.
    func number(of action: String) -> Int? { numbers[action] }

    func service(named name: String) -> Service? {
        serviceNumbers[name].map { services[$0] }
    }

    /// Index in `services` of the service an action belongs to.
    func serviceIndex(of action: Int) -> Int {
        var low = 0
        var high = services.count - 1
        while low < high {
            let middle = (low + high) / 2
            if services[middle].range.upperBound <= action { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Decodes `AWSActionData`: `#` and a name begin a service, `#` and a digit a level, anything else is an action.
    private init() {
        let words = Self.pieces(of: AWSActionData.words)
        text.reserveCapacity(800_000)
        levels.reserveCapacity(AWSActionData.count)
        ends.reserveCapacity(AWSActionData.count)
        var level = AWSAccessLevel.write
        var begins = false
        for piece in Self.pieces(of: AWSActionData.names) {
            if begins {
                close()
                let name = String(decoding: piece, as: UTF8.self)
                serviceNumbers[name] = services.count
                services.append(Service(name: name, range: count..<count))
                begins = false
            } else if piece.first == UInt8(ascii: "#") {
                begins = piece.count == 1
                if let digit = piece.dropFirst().first { level = AWSAccessLevel(rawValue: digit - 48) ?? .write }
            } else {
                text.append(contentsOf: (services.last?.name ?? "").utf8)
                text.append(UInt8(ascii: ":"))
                spell(piece, words: words)
                ends.append(text.count)
                levels.append(level)
            }
        }
        close()
        numbers = Dictionary(levels.indices.map { (name($0).lowercased(), $0) }) { first, _ in first }
    }

    private mutating func close() {
        guard let last = services.indices.last else { return }
        services[last].range = services[last].range.lowerBound..<count
    }

    /// Appends the words that the codes of a name stand for.
    private mutating func spell(_ codes: ArraySlice<UInt8>, words: [ArraySlice<UInt8>]) {
        var codes = codes
        while let first = codes.popFirst() {
            var number = Self.digits[Int(first)]
            if number >= Self.short, let second = codes.popFirst() {
                number = Self.short + (number - Self.short) * Self.radix + Self.digits[Int(second)]
            }
            if words.indices.contains(number) { text.append(contentsOf: words[number]) }
        }
    }

    /// Words that have a code of one character.
    private static let short = 44
    private static let alphabet = (33..<127).filter { ![34, 35, 92].contains($0) }
    private static let radix = alphabet.count
    private static let digits: [Int] = {
        var digits = [Int](repeating: 0, count: 256)
        for (number, character) in alphabet.enumerated() { digits[character] = number }
        return digits
    }()

    private static func pieces(of text: StaticString) -> [ArraySlice<UInt8>] {
        text.withUTF8Buffer { Array($0) }.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }
}
