#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension SourceFile {
    /// Whether the text occurs in the file's bytes as it stands.
    func contains(_ text: StaticString) -> Bool {
        bytes.withUnsafeBytes { hay in
            guard let start = hay.baseAddress else { return false }
            return memmem(start, hay.count, text.utf8Start, text.utf8CodeUnitCount) != nil
        }
    }
}
