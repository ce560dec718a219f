extension SourceFile {
    /// Whether the file or one of its lines begins with a key; `inside` is the key behind a line feed.
    func hasKey(_ key: StaticString, _ inside: StaticString) -> Bool {
        key.withUTF8Buffer { bytes.starts(with: $0) } || contains(inside)
    }
}
