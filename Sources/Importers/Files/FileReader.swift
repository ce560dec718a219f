#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads one regular file whole.
///
/// - Parameters:
///   - location: Its path, ending in zero.
///   - limit: The most bytes that are read.
///   - followsLink: Whether it may be a symbolic link: only where somebody named it.
/// - Returns: All of its bytes.
/// - Throws: When it cannot be opened, is a link or no regular file, or is larger than `limit`.
func readFile(at location: [CChar], limit: Int, followsLink: Bool = false) throws(Unreadable) -> [UInt8] {
    // Without O_NONBLOCK opening a named pipe would wait for its writer.
    let descriptor = open(location, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { throw Unreadable(reason: describe(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Unreadable(reason: describe(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Unreadable(reason: "it is no regular file") }
    let size = Int(status.st_size)
    guard size <= limit else {
        throw Unreadable(reason: "it holds \(size) bytes, more than the limit of \(limit); split it or raise the limit")
    }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
            let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { failure = errno }
            guard got > 0 else { return }
            count += got
        }
    }
    guard failure == 0 else { throw Unreadable(reason: describe(failure)) }
    return bytes
}

/// The first bytes of a file that somebody named, at most `count`; none of what is no regular file.
func readStart(of location: [CChar], count: Int) throws(Unreadable) -> [UInt8] {
    let descriptor = open(location, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Unreadable(reason: describe(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = max(0, read(descriptor, buffer.baseAddress, count))
    }
}
