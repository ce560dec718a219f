import ServiceLifecycle

/// A part of the server that runs until it is told to end.
struct Work: Service {
    let body: @Sendable () async throws -> Void

    func run() async throws { try await body() }

    /// Ends by having its task cancelled.
    static func untilCancelled(_ body: @escaping @Sendable () async throws -> Void) -> Work {
        Work { await cancelWhenGracefulShutdown { try? await body() } }
    }

    /// Ends by `end`, and runs on until its own work is done.
    static func until(
        ended end: @escaping @Sendable () -> Void,
        run body: @escaping @Sendable () async -> Void,
    ) -> Work {
        Work { await withGracefulShutdownHandler(operation: { await body() }, onGracefulShutdown: { end() }) }
    }
}
