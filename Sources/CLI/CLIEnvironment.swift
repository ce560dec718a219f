package import Client
package import Domain
import Foundation
package import MerkleLog
package import Wire

/// What the commands need of the rest of the program; the composition root fills it.
package struct CLIEnvironment: Sendable {
    /// Connects to a running server, or opens a store and answers from it.
    package var open: @Sendable (StoreChoice) async throws -> Session
    package var serve: @Sendable (ServeOrder) async throws -> Void
    package var doctor: @Sendable (StoreChoice) async throws -> [DoctorCheck]
    package var verifyLog: @Sendable (StoreChoice, LogProof) async throws -> LogVerdict
    package var verifyBundle: @Sendable (_ file: String, LogProof) async throws -> LogVerdict
    /// Number and commit: `0.1.0 (1a2b3c4)`.
    package var version: String
    package var now: @Sendable () -> Instant
    /// Opens an envelope with its code, and seals the record of it.
    package var openEnvelope: @Sendable (EnvelopeFile, _ code: Secret, EnvelopeRecord) throws -> OpenedEnvelope

    package init(
        open: @escaping @Sendable (StoreChoice) async throws -> Session,
        serve: @escaping @Sendable (ServeOrder) async throws -> Void,
        doctor: @escaping @Sendable (StoreChoice) async throws -> [DoctorCheck],
        verifyLog: @escaping @Sendable (StoreChoice, LogProof) async throws -> LogVerdict,
        verifyBundle: @escaping @Sendable (_ file: String, LogProof) async throws -> LogVerdict,
        version: String,
        now: @escaping @Sendable () -> Instant = { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1e6)) },
        openEnvelope: @escaping @Sendable (EnvelopeFile, _ code: Secret, EnvelopeRecord) throws -> OpenedEnvelope = {
            _,
            _,
            _ in throw CommandFailure("this program opens no envelopes")
        },
    ) {
        self.open = open
        self.serve = serve
        self.doctor = doctor
        self.verifyLog = verifyLog
        self.verifyBundle = verifyBundle
        self.version = version
        self.now = now
        self.openEnvelope = openEnvelope
    }

    /// Set once, around the whole run of the program.
    @TaskLocal package static var current: CLIEnvironment?

    static func required() throws -> CLIEnvironment {
        guard let current else { throw CommandFailure("the program was started without its environment") }
        return current
    }
}

/// What was in an envelope, and the record of its opening.
package struct OpenedEnvelope: Sendable {
    package var credential: Secret
    package var record: EnvelopeRecordFile

    package init(credential: Secret, record: EnvelopeRecordFile) {
        self.credential = credential
        self.record = record
    }
}

/// Where a command finds its data.
package struct StoreChoice: Sendable, Hashable {
    /// `sqlite:FILE` or `postgres://…`; nil to go by server or data folder.
    package var store: String?
    /// Base address of a running server.
    package var server: String?
    package var token: String?
    package var data: String

    package init(store: String?, server: String?, token: String?, data: String) {
        self.store = store
        self.server = server
        self.token = token
        self.data = data
    }
}

/// A connection to Penstock for the length of one command.
package struct Session: Sendable {
    package var client: PenstockClient
    /// Hands estates over: in memory to a store of our own, else through the API.
    package var importEstates: @Sendable (_ estates: [Estate], _ dryRun: Bool) async throws -> ImportOutcome
    /// The installation's fingerprint of a secret found in an import.
    package var fingerprint: @Sendable ([UInt8]) -> Fingerprint
    package var close: @Sendable () async -> Void

    package init(
        client: PenstockClient,
        importEstates: @escaping @Sendable (_ estates: [Estate], _ dryRun: Bool) async throws -> ImportOutcome,
        fingerprint: @escaping @Sendable ([UInt8]) -> Fingerprint,
        close: @escaping @Sendable () async -> Void,
    ) {
        self.client = client
        self.importEstates = importEstates
        self.fingerprint = fingerprint
        self.close = close
    }
}

package struct ServeOrder: Sendable, Hashable {
    package var choice: StoreChoice
    package var listen: String
    package var gateway: String
    package var issuer: String?
    package var demo: String?

    package init(choice: StoreChoice, listen: String, gateway: String, issuer: String?, demo: String?) {
        self.choice = choice
        self.listen = listen
        self.gateway = gateway
        self.issuer = issuer
        self.demo = demo
    }
}

package struct DoctorCheck: Sendable, Hashable, Codable {
    package var check: String
    package var passed: Bool
    package var detail: String
    /// What to do when it failed.
    package var remedy: String?

    package init(_ check: String, passed: Bool, detail: String, remedy: String? = nil) {
        self.check = check
        self.passed = passed
        self.detail = detail
        self.remedy = remedy
    }
}

/// What somebody who verifies a log knows of it from elsewhere.
package struct LogProof: Sendable, Hashable {
    /// The log's public key; nil to believe the store's or the file's own.
    package var key: NoteVerifier?
    /// Signed checkpoints kept outside, which the log has to continue.
    package var trusted: [SignedNote]

    package init(key: NoteVerifier? = nil, trusted: [SignedNote] = []) {
        self.key = key
        self.trusted = trusted
    }
}

package struct LogVerdict: Sendable, Hashable, Codable {
    package var verified: Bool
    package var entries: Int64
    package var checkpoints: Int
    package var root: String
    /// How many entries the newest checkpoint covers; nil when that is not known.
    package var sealed: Int64?
    /// The public key that checkpoints were verified with, as published.
    package var key: String?
    /// What is wrong and with which entry; empty when verified.
    package var problems: [String]

    package init(
        verified: Bool,
        entries: Int64,
        checkpoints: Int,
        root: String,
        sealed: Int64? = nil,
        key: String? = nil,
        problems: [String],
    ) {
        self.sealed = sealed
        self.key = key
        self.verified = verified
        self.entries = entries
        self.checkpoints = checkpoints
        self.root = root
        self.problems = problems
    }
}

/// A command that cannot go on: printed as `error: …` with its remedy, exit status 1.
package struct CommandFailure: Error, CustomStringConvertible, LocalizedError {
    package var description: String
    package init(_ description: String) { self.description = description }
    package var errorDescription: String? { description }
}
