import Domain

extension Importer {
    /// `estate(of:parts:options:)` for parts whose type is not known where it is called; all of them came from this
    /// importer.
    func estate(ofErased source: SourceDescription, parts: [ReadPart], options: ImportOptions) -> Estate {
        let own = parts.compactMap { part in (part.part as? Part).map { (path: part.path, part: $0) } }
        precondition(own.count == parts.count, "a part of another format")
        return estate(of: source, parts: own, options: options)
    }

    /// `sourceName(of:)` for a part that came from this importer.
    func sourceName(ofErased part: any Sendable) -> String? {
        (part as? Part).flatMap(sourceName)
    }

    /// `part(of:options:)` without the type of its result.
    func erasedPart(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> any Sendable {
        try part(of: file, options: options)
    }
}

/// What was read of one file.
struct ReadPart: Sendable {
    /// Path from the root of the import.
    var path: String
    /// The `Part` of the importer that read it.
    var part: any Sendable
}
