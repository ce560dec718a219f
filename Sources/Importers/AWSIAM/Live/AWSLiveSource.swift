import AsyncHTTPClient
package import Domain
import NIOCore

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads an AWS account over its own interface: IAM's description of the account, the credential report, and who asks.
///
/// Calls, all of which only read: `iam:GetAccountAuthorizationDetails`, `iam:GenerateCredentialReport`,
/// `iam:GetCredentialReport`, `iam:GetRole`, `sts:GetCallerIdentity`.
package struct AWSLiveSource: LiveSource {
    package static let format = AWSIAMImporter.format
    package static let schemes = ["aws"]
    package static let secretNames = [
        "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: a key that may read IAM",
        "AWS_SESSION_TOKEN: with the temporary keys of a role",
    ]

    private let endpoint: AWSEndpoint
    private let credentials: AWSCredentials
    var patience = AWSClient.Patience()
    var now: @Sendable () -> Instant = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    package init(_ address: LiveAddress, secrets: LiveSecrets) throws(LiveFailure) {
        endpoint = try AWSEndpoint(address)
        credentials = try AWSCredentials(secrets)
    }

    package func estate(
        options: ImportOptions,
        progress: (@Sendable (LiveProgress) -> Void)?,
    ) async throws(LiveFailure) -> Estate {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(10)
        // It is asked again with longer and longer pauses; the client need not do so too.
        configuration.connectionPool.retryConnectionEstablishment = false
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let client = AWSClient(
            http: http,
            endpoint: endpoint,
            credentials: credentials,
            patience: patience,
            now: now
        )
        let result: Result<Estate, LiveFailure>
        do {
            result = .success(try await AWSReading(client: client, progress: progress).estate(options: options))
        } catch let failure as LiveFailure {
            result = .failure(failure)
        } catch let refusal as AWSClient.Refusal {
            result = .failure(LiveFailure(refusal, "read the account"))
        } catch {
            result = .failure(LiveFailure(.unreadable, "read the account", "\(error)"))
        }
        try? await http.shutdown()
        return try result.get()
    }
}

extension LiveFailure {
    /// What a refusal of the interface means; its message is not repeated, as it may quote the key's id.
    init(_ refusal: AWSClient.Refusal, _ attempt: String) {
        switch refusal.code {
        case "InvalidClientTokenId", "SignatureDoesNotMatch", "IncompleteSignature", "UnrecognizedClientException",
            "MissingAuthenticationToken", "InvalidAccessKeyId":
            self.init(.unauthorised, attempt, "AWS does not accept the key (`\(refusal.code)`); check id and secret")
        case "ExpiredToken", "ExpiredTokenException":
            self.init(.unauthorised, attempt, "the session has ended; get a new session token")
        case "RequestExpired", "RequestTimeTooSkewed":
            self.init(.unauthorised, attempt, "the clock of this machine is wrong; set it")
        case "AccessDenied", "AccessDeniedException", "UnauthorizedOperation":
            self.init(.refused, attempt, "the key may not do that; allow the calls named in docs/importers/aws-iam.md")
        default:
            self.init(.unreadable, attempt, "AWS answered `\(refusal.code)`")
        }
    }
}
