import Domain

/// A share of a whole as a bar 100 wide.
struct Bar: Sendable {
    var label: String
    var shown: String
    var width: String
    var fill: String
    var href: String

    init(_ label: String, _ part: Int, of whole: Int, fill: String, href: String, percent: Bool = false) {
        self.label = label
        self.fill = fill
        self.href = href
        width = decimal(part, of: whole)
        shown = percent ? "\(Self.percent(part, of: whole))%" : Words.grouped(part)
    }

    /// Whole percent, rounded down, so that 100 means all.
    static func percent(_ part: Int, of whole: Int) -> Int {
        whole == 0 ? 0 : part * 100 / whole
    }
}

/// The parts of a whole side by side, with a legend that leads to each.
struct Stacked: Sendable {
    struct Segment: Sendable {
        var name: String
        var count: String
        var tone: String
        var fill: String
        var x: String
        var width: String
        var href: String
    }

    /// Spoken in place of the picture.
    var label: String
    var segments: [Segment]

    init(_ label: String, _ parts: [(name: String, count: Int, tone: String, href: String)]) {
        let whole = parts.reduce(0) { $0 + $1.count }
        var before = 0
        segments = parts.filter { $0.count > 0 }.map { part in
            defer { before += part.count }
            return Segment(
                name: part.name,
                count: Words.grouped(part.count),
                tone: part.tone,
                fill: "f-" + part.tone,
                x: decimal(before, of: whole),
                width: decimal(part.count, of: whole),
                href: part.href,
            )
        }
        self.label = label + ": " + segments.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    }
}

/// When something begins and ends, with a mark for now, on a line 1000 wide.
struct Lifetime: Sendable {
    var x: String
    var width: String
    var now: String
    var fill: String
    var spoken: String

    /// `frame` is the first and the last time that the line shows; `begins` is not after `ends`.
    init(begins: Instant, ends: Instant, open: Bool, frame: ClosedRange<Instant>, now: Instant) {
        func place(_ instant: Instant) -> Int64 {
            let span = max(1, (frame.upperBound - frame.lowerBound).wholeMicroseconds)
            let into = min(max(0, (instant - frame.lowerBound).wholeMicroseconds), span)
            return Int64(Double(into) / Double(span) * 1000)
        }
        x = String(place(begins))
        width = String(max(6, place(ends) - place(begins)))
        self.now = String(min(994, place(now)))
        fill = open ? "f-good" : "f-line"
        spoken = "from \(begins.date) to \(ends.date)"
    }
}

/// `part` of `whole` in percent with two digits behind the point at most.
private func decimal(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0" }
    let hundredths = part * 10_000 / whole
    let fraction = hundredths % 100
    return fraction == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
