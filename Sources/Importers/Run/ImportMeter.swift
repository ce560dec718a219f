import Synchronization

/// Hands out numbers from 0 on, each once.
final class ImportTurns: Sendable {
    private let taken = Atomic<Int>(0)

    func next() -> Int { taken.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Counts what is done and tells of it now and then.
final class ImportMeter: Sendable {
    private let done: Mutex<ImportProgress>
    private let step: Int
    private let report: (@Sendable (ImportProgress) -> Void)?

    /// `sizes` are those of all files to come, in bytes.
    init(_ sizes: [Int], report: (@Sendable (ImportProgress) -> Void)?) {
        done = Mutex(
            ImportProgress(filesDone: 0, filesTotal: sizes.count, bytesDone: 0, bytesTotal: sizes.reduce(0, +))
        )
        step = max(1, sizes.count / 200)
        self.report = report
    }

    func add(_ bytes: Int) {
        guard let report else { return }
        let now = done.withLock { progress -> ImportProgress? in
            progress.filesDone += 1
            progress.bytesDone += bytes
            let isTime = progress.filesDone.isMultiple(of: step) || progress.filesDone == progress.filesTotal
            return isTime ? progress : nil
        }
        if let now { report(now) }
    }
}
