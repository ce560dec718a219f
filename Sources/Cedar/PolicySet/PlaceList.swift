/// Places of policies: four inline, more in an array, so that a usual answer needs no allocation.
struct PlaceList: Sendable {
    private var inline: (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    private var more: [Int32] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ place: Int32) {
        switch count {
        case 0: inline.0 = place
        case 1: inline.1 = place
        case 2: inline.2 = place
        case 3: inline.3 = place
        default: more.append(place)
        }
        count += 1
    }

    /// The places in ascending order.
    var sorted: [Int32] {
        ([inline.0, inline.1, inline.2, inline.3].prefix(count) + more).sorted()
    }
}
