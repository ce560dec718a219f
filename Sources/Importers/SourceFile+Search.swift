#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension SourceFile {
    /// Whether the text occurs in the file's bytes as it stands.
    func contains(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { needle in
            bytes.withUnsafeBytes { hay in
                guard let wanted = needle.baseAddress, let first = needle.first, let start = hay.baseAddress else {
                    return needle.isEmpty
                }
                var from = 0
                while from + needle.count <= hay.count {
                    guard let hit = memchr(start + from, Int32(first), hay.count - needle.count - from + 1) else {
                        return false
                    }
                    if memcmp(hit, wanted, needle.count) == 0 { return true }
                    from = UnsafeRawPointer(hit) - start + 1
                }
                return false
            }
        }
    }
}
