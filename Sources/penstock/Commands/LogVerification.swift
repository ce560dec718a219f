import Audit
import CLI
import ControlPlane
import Foundation
import SQLEngine

/// `penstock log verify`: recomputes the log of a store, or of a file, without trusting a server.
enum LogVerification {
    static func run(_ choice: StoreChoice, _ proof: LogProof) async throws -> LogVerdict {
        let store = try await Storage(choice).openForReading()
        let key = proof.key ?? store.keys.log.verifier
        do {
            let report = try await store.database.read {
                try AuditLog.verify(key: key, trusted: proof.trusted, in: $0)
            }
            await store.database.close()
            return LogVerdict(report)
        } catch {
            await store.database.close()
            throw error
        }
    }

    /// Checks a file that `penstock log export` wrote.
    static func run(file: String, _ proof: LogProof) throws -> LogVerdict {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw CommandFailure("`\(file)` cannot be read\nremedy: check that the file exists and may be read")
        }
        defer { try? handle.close() }
        return LogVerdict(
            try LogBundle.verify(key: proof.key, trusted: proof.trusted) {
                try handle.read(upToCount: 1 << 20).map { Array($0) }
            }
        )
    }
}

extension LogVerdict {
    init(_ report: VerificationReport) {
        self.init(
            verified: report.isIntact,
            entries: Int64(report.entries),
            checkpoints: report.checkpoints,
            root: report.root,
            sealed: Int64(report.sealed),
            key: report.key,
            problems: report.problems.map(\.message),
        )
    }
}
