#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A pipe to oneself, by which other threads end the wait of one that polls a socket.
final class WakeupPipe: Sendable {
    private let reading: Int32
    private let writing: Int32

    /// Nil when the process has no file descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(reading)
        close(writing)
    }

    func signal() {
        var byte: UInt8 = 1
        // A full pipe wakes as well as one with one byte more.
        _ = write(writing, &byte, 1)
    }

    /// Waits for a signal, for data on `descriptor`, or for the time to pass (nil: for ever).
    ///
    /// - Returns: True when `descriptor` has data or its other end is gone.
    func wait(besides descriptor: Int32?, seconds: Double?) -> Bool {
        var polled = [
            pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&polled, 2, seconds.map { Int32($0 * 1_000) } ?? -1)
        if polled[0].revents != 0 {
            var buffer = [UInt8](repeating: 0, count: 64)
            while read(reading, &buffer, buffer.count) > 0 {}
        }
        return polled[1].revents != 0
    }
}
