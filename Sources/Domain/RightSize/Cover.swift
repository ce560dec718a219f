/// Few resources that cover many.
enum Cover {
    /// The smallest resources within one that cover all that were used.
    ///
    /// A segment that names one record (a number, a UUID, a long hexadecimal) is no scope: what was used is then the
    /// resource above it. More than `most` are joined where most of them meet, until they are few
    /// enough; never above `outer`. By path.
    static func smallest(of used: Set<ResourcePath>, within outer: ResourcePath, most: Int) -> [ResourcePath] {
        var left = Set<[String]>()
        let floor = outer.segments.count
        for path in used where path.lies(under: outer) {
            let kept = path.segments.indices.first { $0 >= floor && namesRecord(path.segments[$0]) }
            left.insert(Array(path.segments[..<(kept ?? path.segments.count)]))
        }
        left = withoutCovered(left, above: floor)
        while left.count > max(most, 1) { left = withoutCovered(joined(left, floor), above: floor) }
        return left.sorted { $0.lexicographicallyPrecedes($1) }
            .compactMap { ResourcePath(system: outer.system, segments: $0) }
    }

    /// One step up: the place at which most of them meet, the outermost one last of all; where none meet, all of the
    /// deepest level.
    private static func joined(_ paths: Set<[String]>, _ floor: Int) -> Set<[String]> {
        var groups: [[String]: Int] = [:]
        for path in paths where path.count > floor { groups[Array(path.dropLast()), default: 0] += 1 }
        let fullest = groups.filter { $0.key.count > floor && $0.value > 1 }.max { left, right in
            (left.value, left.key.count, right.key.joined(separator: "/"))
                < (right.value, right.key.count, left.key.joined(separator: "/"))
        }
        if let fullest {
            return paths.filter { Array($0.dropLast()) != fullest.key }.union([fullest.key])
        }
        let depth = paths.map(\.count).max() ?? floor
        return Set(paths.map { $0.count == depth && depth > floor ? Array($0.dropLast()) : $0 })
    }

    /// Those under which none of the others lies.
    private static func withoutCovered(_ paths: Set<[String]>, above floor: Int) -> Set<[String]> {
        paths.filter { path in
            !(floor..<max(path.count, floor)).contains { paths.contains(Array(path[..<$0])) }
        }
    }

    private static func namesRecord(_ segment: String) -> Bool {
        let bytes = segment.utf8
        if bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        let hexadecimal = bytes.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return hexadecimal && bytes.count >= 16 && bytes.contains { (0x30...0x39).contains($0) }
    }
}
