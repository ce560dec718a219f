/// Finds the end of a head in bytes that arrive in pieces, looking at each byte once.
struct HeadScanner {
    /// Bytes already looked at.
    private var scanned = 0
    private var lines = 0
    private var lineStart = 0

    /// Looks at the bytes that are new since the last call.
    ///
    /// - Parameters:
    ///   - bytes: All bytes from the beginning of the head.
    ///   - limit: Greatest length of a head.
    ///   - firstLineLimit: Greatest length of the first line.
    /// - Returns: Length of the head, the empty line at its end included; nil when that has not arrived.
    /// - Throws: What is wrong so far: a line that ends with a line feed alone, or too much of it.
    mutating func end(
        in bytes: UnsafeRawBufferPointer,
        limit: Int,
        firstLineLimit: Int,
    ) throws(HTTPFault) -> Int? {
        var position = scanned
        let end = min(bytes.count, limit)
        while position < end {
            if bytes[position] == ByteClass.lineFeed {
                guard position > lineStart, bytes[position - 1] == ByteClass.carriageReturn else { throw .bareLineFeed }
                let isEmpty = position - lineStart == 1
                lineStart = position + 1
                lines += 1
                if lines == 1, position > firstLineLimit { throw .targetTooLong }
                if isEmpty { return position + 1 }
            }
            position += 1
        }
        scanned = position
        if lines == 0, position > firstLineLimit { throw .targetTooLong }
        if bytes.count >= limit { throw .headTooLong }
        return nil
    }
}
