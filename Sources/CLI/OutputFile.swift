import Foundation

/// A file that is there whole or not at all.
enum OutputFile {
    /// Writes beside `path` and puts the result in its place when `body` is done; readable by the owner alone.
    ///
    /// - Returns: The number of bytes written.
    static func write(
        to path: String,
        body: (_ write: ([UInt8]) throws -> Void) async throws -> Void,
    ) async throws -> Int {
        let temporary = "\(path).\(getpid()).part"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw CommandFailure(
                "`\(path)` cannot be written: \(String(cString: strerror(errno)))\nremedy: name a folder that exists and is yours"
            )
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
        var written = 0
        do {
            try await body { piece in
                try handle.write(contentsOf: Data(piece))
                written += piece.count
            }
            try handle.synchronize()
            try handle.close()
        } catch {
            try? handle.close()
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let why = String(cString: strerror(errno))
            unlink(temporary)
            throw CommandFailure("`\(path)` cannot be written: \(why)")
        }
        return written
    }
}
