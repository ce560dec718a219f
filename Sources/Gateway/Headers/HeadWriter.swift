import NIOCore

extension ByteBuffer {
    /// Adds `name: value` and a line end.
    mutating func writeField(_ name: StaticString, _ value: some StringProtocol) {
        writeStaticString(name)
        writeStaticString(": ")
        writeSubstring(Substring(value))
        writeStaticString("\r\n")
    }

    /// Adds a part of a head, from `source` at `range`.
    mutating func write(_ range: Range<Int>, of source: UnsafeRawBufferPointer) {
        writeBytes(UnsafeRawBufferPointer(rebasing: source[range]))
    }

    /// Adds a field as it came.
    mutating func write(_ field: HeaderField, of source: UnsafeRawBufferPointer) {
        write(field.name, of: source)
        writeStaticString(": ")
        write(field.value, of: source)
        writeStaticString("\r\n")
    }
}
