package import Domain
package import SQLEngine

extension EstateTable {
    /// The parts of a source that came, changed or went after a generation, with what they were at that generation.
    ///
    /// Holds as long as the old versions are not swept.
    package static func differences(
        since generation: Int64,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> [(old: Stored<Part>?, new: Stored<Part>?)] {
        var old: [String: Stored<Part>] = [:]
        try connection.forEachRow(
            """
            SELECT * FROM estate_parts WHERE source = \(source) AND kind = \(Part.partKind) AND since <= \(generation)
                AND until > \(generation)
            """
        ) { old[try $0.text("key")] = try decode($0) }
        var differences: [(old: Stored<Part>?, new: Stored<Part>?)] = []
        try connection.forEachRow(
            "SELECT * FROM estate WHERE \(own(source)) AND since > \(generation) ORDER BY key"
        ) { row in
            differences.append((old.removeValue(forKey: try row.text("key")), try decode(row)))
        }
        return differences + old.sorted { $0.key < $1.key }.map { ($0.value, nil) }
    }
}
