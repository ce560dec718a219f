import Client
import Domain
import Foundation
import Synchronization
import Wire

@testable import CLI

/// The program with a server that answers from a table, at noon on 1 March 2026.
struct Program: Sendable {
    /// Answers by method and path, with a query where it matters.
    var answers: [String: Answer] = [:]
    var verdict = LogVerdict(
        verified: true,
        entries: 12,
        checkpoints: 3,
        root: "cm9vdA==",
        sealed: 10,
        key: "log+1+k",
        problems: []
    )
    var checks: [DoctorCheck] = []
    var imported: ImportOutcome?
    var showsColour = false
    var width: Int?

    static let now = Sample.now

    struct Answer: Sendable {
        var status = 200
        var bytes: [UInt8]

        static func json(_ value: some Encodable, status: Int = 200) throws -> Answer {
            Answer(status: status, bytes: Array(try JSONEncoder().encode(value)))
        }
    }

    /// What a run did.
    struct Run: Sendable {
        var status: Int32
        var output: String
        var errors: String
        /// `METHOD path?query body`, the body with sorted keys.
        var calls: [String]
        var choices: [StoreChoice]
        var orders: [ServeOrder]
        var proofs: [LogProof]
        /// Estates that were handed over.
        var estates: [Estate]
    }

    func run(_ arguments: String...) async -> Run { await run(arguments) }

    func run(_ arguments: [String]) async -> Run {
        let seen = Seen()
        let terminal = Terminal(
            showsColour: showsColour,
            showsProgress: false,
            width: width,
            write: { text in seen.change { $0.output += text } },
            complain: { text in seen.change { $0.errors += text } },
        )
        return await Terminal.$current.withValue(terminal) {
            await CLIEnvironment.$current.withValue(environment(seen)) {
                do {
                    try await PenstockCommand.run(arguments)
                } catch {
                    let status = PenstockCommand.report(error)
                    seen.change { $0.status = status }
                }
                return seen.run
            }
        }
    }

    private func environment(_ seen: Seen) -> CLIEnvironment {
        CLIEnvironment(
            open: { choice in
                seen.change { $0.choices.append(choice) }
                return session(seen)
            },
            serve: { order in seen.change { $0.orders.append(order) } },
            doctor: { choice in
                seen.change { $0.choices.append(choice) }
                return checks
            },
            verifyLog: { choice, proof in
                seen.change {
                    $0.choices.append(choice)
                    $0.proofs.append(proof)
                }
                return verdict
            },
            verifyBundle: { file, proof in
                seen.change {
                    $0.calls.append("bundle \(file)")
                    $0.proofs.append(proof)
                }
                return verdict
            },
            version: "0.1.0 (abc1234)",
            now: { Self.now },
        )
    }

    private func session(_ seen: Seen) -> Session {
        Session(
            client: PenstockClient(
                transport: Transport { call, receive in
                    seen.change { $0.calls.append(Self.words(call)) }
                    let path = call.path.split(separator: "?", maxSplits: 1).first.map(String.init) ?? ""
                    let exact = answers["\(call.method) \(call.path)"]
                    let answer = exact ?? answers["\(call.method) \(path)"] ?? Self.nothing
                    let half = answer.bytes.count / 2
                    try receive(answer.status, Array(answer.bytes[..<half]))
                    try receive(answer.status, Array(answer.bytes[half...]))
                }
            ),
            importEstates: { estates, dryRun in
                seen.change { $0.estates = estates }
                guard var outcome = imported else { throw CommandFailure("no import is expected") }
                outcome.dryRun = dryRun
                return outcome
            },
            fingerprint: { Fingerprint(hex: "\($0.count)") },
            close: { seen.change { $0.calls.append("close") } },
        )
    }

    private static let nothing = Answer(
        status: 404,
        bytes: Array(#"{"type":"t","title":"t","status":404,"detail":"there is no such thing"}"#.utf8),
    )

    private static func words(_ call: Call) -> String {
        var words = "\(call.method) \(call.path)"
        if let body = call.body, let object = try? JSONSerialization.jsonObject(with: Data(body)),
            let sorted = try? JSONSerialization.data(
                withJSONObject: object,
                options: [.sortedKeys, .withoutEscapingSlashes],
            )
        {
            words += " " + String(decoding: sorted, as: UTF8.self)
        }
        return words
    }
}

/// What happened in a run so far.
private final class Seen: Sendable {
    private let state = Mutex(
        Program.Run(status: 0, output: "", errors: "", calls: [], choices: [], orders: [], proofs: [], estates: [])
    )

    var run: Program.Run { state.withLock { $0 } }

    func change(_ body: (inout Program.Run) -> Void) { state.withLock { body(&$0) } }
}
