import CBuild
import CLI

/// The program: fills the commands' environment and runs the one that was asked for.
@main
struct Penstock {
    static let number = "0.1.0"

    static var version: String { "\(number) (\(String(cString: penstock_build_commit())))" }

    static func main() async {
        let environment = CLIEnvironment(
            open: { try await CommandSession.open($0) },
            serve: { try await Server.run($0) },
            doctor: { await Doctor.run($0) },
            verifyLog: { try await LogVerification.run($0, $1) },
            verifyBundle: { try LogVerification.run(file: $0, $1) },
            version: version,
            openEnvelope: { try EnvelopeOpening.open($0, $1, $2) },
        )
        await CLIEnvironment.$current.withValue(environment) {
            await PenstockCommand.main()
        }
    }
}
