/// A pattern of `like`, cut at its wildcards into runs of UTF-8 bytes.
///
/// Runs consist of whole scalars, so a match of bytes begins and ends at scalars too.
struct CompiledPattern: Sendable {
    /// What stands between the wildcards; one more than there are wildcards.
    private let runs: [[UInt8]]

    init(_ pattern: Pattern) {
        var runs: [[UInt8]] = [[]]
        for element in pattern.elements {
            switch element {
            case .wildcard: runs.append([])
            case .scalar(let scalar): runs[runs.count - 1].append(contentsOf: Array(String(scalar).utf8))
            }
        }
        self.runs = runs
    }

    /// Whether the whole text fits.
    func matches(_ text: Text) -> Bool {
        text.withBytes { bytes in
            let first = runs[0]
            guard let last = runs.last, runs.count > 1 else { return bytes.elementsEqual(first) }
            guard bytes.count >= first.count + last.count else { return false }
            guard Self.has(first, in: bytes, at: 0), Self.has(last, in: bytes, at: bytes.count - last.count) else {
                return false
            }
            let limit = bytes.count - last.count
            var place = first.count
            for index in 1..<runs.count - 1 {
                guard let found = Self.find(runs[index], in: bytes, from: place, to: limit) else { return false }
                place = found + runs[index].count
            }
            return true
        }
    }

    private static func has(_ run: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        for index in run.indices where bytes[place + index] != run[index] { return false }
        return true
    }

    private static func find(
        _ run: [UInt8],
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to end: Int,
    ) -> Int? {
        var place = start
        while place + run.count <= end {
            if has(run, in: bytes, at: place) { return place }
            place += 1
        }
        return nil
    }
}
