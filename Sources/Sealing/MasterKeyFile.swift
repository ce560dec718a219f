import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The file that holds a master key: 32 bytes as one line of Base64, readable by its owner alone.
package struct MasterKeyFile: Sendable, Hashable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Whether something is at the path.
    package var exists: Bool { access(path, F_OK) == 0 }

    /// Reads the key.
    ///
    /// Mode and content are those of one opened file, so that it can't be exchanged in between.
    ///
    /// - Throws: `.keyFileMissing`, `.keyFileTooOpen` when group or others have any permission, `.keyFileMalformed`,
    ///   `.keyFileUnusable` when it is no regular file or the system refuses.
    package func read() throws(SealingError) -> MasterKey {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw errno == ENOENT ? .keyFileMissing(path: path) : unusable()
        }
        defer { _ = close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw unusable() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .keyFileUnusable(path: path, reason: "it is not a regular file")
        }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else {
            throw .keyFileTooOpen(path: path, mode: "0" + String(mode, radix: 8))
        }
        // One byte more than the longest line that can be right.
        var buffer = [UInt8](repeating: 0, count: 47)
        var count = 0
        while count < buffer.count {
            let read = buffer.withUnsafeMutableBytes { bytes in
                Self.read(file, into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
            }
            guard read >= 0 else { throw unusable() }
            if read == 0 { break }
            count += read
        }
        guard let key = Self.decode(buffer[..<count]) else { throw .keyFileMalformed(path: path) }
        return key
    }

    /// Makes a random key and writes it to a new file of mode 0600.
    ///
    /// The file and its folder are synced: a key that sealed something is on disk.
    ///
    /// - Throws: `.keyFileExists` when something is at the path, `.keyFileUnusable` when the system refuses.
    package func create() throws(SealingError) -> MasterKey {
        let key = MasterKey.generate()
        let line = key.secret.withBytes { Array((Data($0).base64EncodedString() + "\n").utf8) }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? .keyFileExists(path: path) : unusable()
        }
        // The umask can only have taken permissions away; 0600 must be exact for the owner to read it again.
        let written = fchmod(file, 0o600) == 0 && Self.writeAll(line, to: file) && fsync(file) == 0
        let failure = written ? nil : unusable()
        _ = close(file)
        if let failure {
            _ = unlink(path)
            throw failure
        }
        syncFolder()
        return key
    }

    private func unusable() -> SealingError {
        .keyFileUnusable(path: path, reason: String(cString: strerror(errno)))
    }

    private func syncFolder() {
        let end = path.lastIndex(of: "/")
        let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        _ = fsync(directory)
        _ = close(directory)
    }

    private static func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.read(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.read(file, buffer.baseAddress, buffer.count)
        #else
        Darwin.read(file, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> MasterKey? {
        var line = bytes
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard line.count == 44, let key = Data(base64Encoded: Data(line)) else { return nil }
        return MasterKey(Secret(Array(key)))
    }
}
