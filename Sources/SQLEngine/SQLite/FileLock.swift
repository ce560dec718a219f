import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An exclusive lock on a database file between processes: `FILE.lock`, held until `release` or the process ends.
///
/// The file stays behind when the lock is released; deleting it would let two processes lock two different files.
final class FileLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// - Throws: `.busy` when another process, or this one, holds the lock; `.connection` when the file cannot be made.
    init(for path: String) throws(DatabaseError) {
        let lockPath = path + ".lock"
        let opened = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw DatabaseError(.connection, "lock `\(path)`", "cannot open `\(lockPath)`: \(lastSystemError())")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let holder = FileLock.holder(opened)
            close(opened)
            throw DatabaseError(
                .busy,
                "open `\(path)`",
                "it is in use by \(holder): one program at a time may write to it; stop that one first",
            )
        }
        descriptor = Mutex(opened)
        let pid = Array("\(getpid())\n".utf8)
        if ftruncate(opened, 0) != 0 || pwrite(opened, pid, pid.count, 0) != pid.count {
            // The lock holds without its note; only a refusal's message would be poorer.
            _ = ftruncate(opened, 0)
        }
    }

    deinit { release() }

    func release() {
        descriptor.withLock { held in
            if let held { close(held) }
            held = nil
        }
    }

    private static func holder(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let digits = buffer.prefix(max(0, count)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? "another process" : "process \(String(decoding: digits, as: UTF8.self))"
    }
}
