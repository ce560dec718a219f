/// Reads YAML texts, which may hold several documents.
///
/// In the spirit of YAML 1.2: scalars stay text. Aliases are replaced by what they stand for and merge keys (`<<`)
/// resolved, within a budget. Refused with a place and a remedy: doubled keys, keys that are no scalars, text that is no
/// UTF-8, and whatever exceeds the limits.
package enum YAMLReader {
    /// Every document of a text.
    ///
    /// - Returns: The documents in their order; none for a text of blanks and comments only.
    /// - Throws: `YAMLFailure` for the first document that cannot be read.
    package static func documents(
        _ bytes: [UInt8],
        limits: YAMLLimits = YAMLLimits(),
    ) throws(YAMLFailure) -> [YAMLNode] {
        var nodes: [YAMLNode] = []
        for result in results(bytes, limits: limits) { nodes.append(try result.get()) }
        return nodes
    }

    /// Every document of a text, each read on its own: one that is broken takes no other with it.
    package static func results(
        _ bytes: [UInt8],
        limits: YAMLLimits = YAMLLimits(),
    ) -> [Result<YAMLNode, YAMLFailure>] {
        guard bytes.count <= limits.sizeInBytes else {
            let reason = "the text holds \(bytes.count) bytes, more than the limit of \(limits.sizeInBytes); split it"
            return [.failure(YAMLFailure(line: 1, column: 1, reason: reason))]
        }
        var results: [Result<YAMLNode, YAMLFailure>] = []
        bytes.withUnsafeBufferPointer { all in
            // A byte order mark would count as a column and shift the first line.
            let whole = all.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: all.dropFirst(3)) : all
            for part in documentParts(of: whole) {
                guard results.count < limits.documents else {
                    let reason = "more than \(limits.documents) documents in one text; split it"
                    results.append(.failure(YAMLFailure(line: part.line, column: 1, reason: reason)))
                    return
                }
                let composer = YAMLComposer(limits: limits, firstLine: part.line)
                composer.read(UnsafeBufferPointer(rebasing: whole[part.range]), into: &results)
            }
        }
        return results
    }
}
