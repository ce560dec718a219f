extension JSONDocument {
    /// Reads a whole text into memory.
    ///
    /// For formats whose parts refer to each other; a list of independent things is read with `read` instead.
    ///
    /// - Throws: At the first byte that is not JSON.
    static func whole(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONFailure) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<[JSONNode], JSONFailure> in
            do throws(JSONFailure) {
                if let invalid = firstInvalidUTF8(in: buffer) { throw encodingFailure(in: buffer, at: invalid) }
                let mark = buffer.starts(with: [0xEF, 0xBB, 0xBF])
                var parser = JSONParser(buffer, from: mark ? 3 : 0, limits: limits)
                guard parser.peek() != nil else {
                    throw JSONFailure(offset: parser.position, reason: "the file is empty")
                }
                try parser.value()
                guard parser.peek() == nil else {
                    let reason = "something follows the end of the JSON value"
                    throw JSONFailure(offset: parser.position, reason: reason)
                }
                return .success(parser.takeNodes())
            } catch {
                return .failure(error)
            }
        }
        return JSONDocument(bytes: bytes, nodes: try result.get()).root
    }
}

extension SourceFile {
    /// The whole file as JSON.
    ///
    /// - Throws: With line and column when it is not JSON to its end.
    func json() throws(Unreadable) -> JSONValue {
        do throws(JSONFailure) {
            return try JSONDocument.whole(bytes)
        } catch {
            let position = error.position(in: bytes)
            throw Unreadable(line: position.line, column: position.column, reason: error.reason)
        }
    }
}
