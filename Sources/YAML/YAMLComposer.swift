import CYaml

/// Builds trees from libyaml's events, without recursion and within limits.
///
/// Yams carries libyaml; its own trees are not used, because they expand aliases and nest without bounds.
struct YAMLComposer {
    let limits: YAMLLimits
    /// The line of the whole text on which the part that is read begins, counted from 1.
    let firstLine: Int

    /// Reads all documents of a part of a text, up to the first that is broken.
    func read(_ bytes: UnsafeBufferPointer<UInt8>, into results: inout [Result<YAMLNode, YAMLFailure>]) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            results.append(.failure(YAMLFailure(line: firstLine, column: 1, reason: "memory is short")))
            return
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        do throws(YAMLFailure) {
            while let node = try document(&parser, bytes) { results.append(.success(node)) }
        } catch {
            results.append(.failure(error))
        }
    }

    /// The next document; nil at the end.
    private func document(
        _ parser: inout yaml_parser_t,
        _ bytes: UnsafeBufferPointer<UInt8>,
    ) throws(YAMLFailure) -> YAMLNode? {
        var tree = YAMLTree(limits: limits)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                throw failure(of: parser, in: bytes)
            }
            defer { yaml_event_delete(&event) }
            let line = firstLine + Int(event.start_mark.line)
            let column = Int(event.start_mark.column) + 1
            do throws(YAMLProblem) {
                switch event.type {
                case YAML_STREAM_END_EVENT: return nil
                case YAML_DOCUMENT_END_EVENT: return tree.root
                case YAML_ALIAS_EVENT:
                    try tree.alias(text(event.data.alias.anchor) ?? "", line: line, column: column)
                case YAML_SCALAR_EVENT: try tree.add(scalar: scalar(event), line: line, column: column)
                case YAML_SEQUENCE_START_EVENT:
                    try tree.open(.list, anchor: text(event.data.sequence_start.anchor), line: line, column: column)
                case YAML_MAPPING_START_EVENT:
                    try tree.open(.map, anchor: text(event.data.mapping_start.anchor), line: line, column: column)
                case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try tree.close()
                default: break
                }
            } catch {
                throw YAMLFailure(line: error.line ?? line, column: error.column ?? column, reason: error.reason)
            }
        }
    }

    private func scalar(_ event: yaml_event_t) -> YAMLTree.Scalar {
        let data = event.data.scalar
        let value = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
        var isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
        // A tag of the core schema says what plain text would; any other makes it text that is not looked into.
        if let tag = text(data.tag) { isPlain = Self.plainTags.contains(tag) }
        return YAMLTree.Scalar(text: value, isPlain: isPlain, anchor: text(data.anchor))
    }

    private static let plainTags = Set(["bool", "int", "float", "null"].map { "tag:yaml.org,2002:" + $0 })

    private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let pointer else { return nil }
        return String(cString: pointer)
    }

    private func failure(of parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLFailure {
        let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        if parser.error == YAML_READER_ERROR {
            let place = place(ofByte: Int(parser.problem_offset), in: bytes)
            return YAMLFailure(line: place.line, column: place.column, reason: YAMLProblem.remedy(of: problem))
        }
        let mark = parser.problem_mark
        // libyaml puts the end of a text on a line of its own.
        guard mark.line <= bytes.count(where: { $0 == UInt8(ascii: "\n") }) else {
            let place = place(ofByte: bytes.count, in: bytes)
            return YAMLFailure(line: place.line, column: place.column, reason: YAMLProblem.remedy(of: problem))
        }
        let isTab = byte(at: mark, in: bytes) == UInt8(ascii: "\t")
        return YAMLFailure(
            line: firstLine + Int(mark.line),
            column: Int(mark.column) + 1,
            reason: isTab ? "a tab where blanks must stand; indent with blanks" : YAMLProblem.remedy(of: problem),
        )
    }

    /// The byte at a mark, whose own index counts characters.
    private func byte(at mark: yaml_mark_t, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
        var index = 0
        for _ in 0..<Int(mark.line) {
            guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            index = end + 1
        }
        index += Int(mark.column)
        return index < bytes.count ? bytes[index] : nil
    }

    private func place(ofByte offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        var line = firstLine
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
