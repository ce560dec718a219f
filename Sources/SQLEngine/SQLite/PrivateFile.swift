#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Refuses a path at which something other than a regular file is, before its mode is touched or a lock laid beside it.
///
/// - Throws: `.connection` for a folder, a device, a pipe or a socket.
func requireRegularFile(_ path: String) throws(DatabaseError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw DatabaseError(.connection, "open `\(path)`", "it is no regular file")
}

/// Makes sure that a file exists which only its owner can read and write.
///
/// Never closes a descriptor of an existing database: that would drop the locks this process holds on it through
/// SQLite (https://sqlite.org/howtocorrupt.html, section 2.2).
///
/// - Throws: `.connection` when the file cannot be made or its mode not set.
func ensurePrivateFile(_ path: String) throws(DatabaseError) {
    let created = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if created >= 0 {
        close(created)
    } else if errno != EEXIST {
        throw DatabaseError(.connection, "open `\(path)`", lastSystemError())
    } else if chmod(path, 0o600) != 0 {
        throw DatabaseError(.connection, "open `\(path)`", "cannot set its mode to 0600: \(lastSystemError())")
    }
}

func lastSystemError() -> String { String(cString: strerror(errno)) }
