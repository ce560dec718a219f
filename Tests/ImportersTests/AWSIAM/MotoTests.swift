import AsyncHTTPClient
import Domain
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

@testable import Importers

/// Reading an account from moto, an independent implementation of the interface that also checks signatures.
struct MotoTests {
    @Test("An account is read from moto with a signature that it checks", .enabled(if: MotoServer.python != nil))
    func account() async throws {
        let server = try await MotoServer()
        defer { server.end() }
        let maker = try server.client(AWSCredentials(keyID: "test", secret: Secret("test")))
        func make(_ action: String, _ fields: (name: String, value: String)...) async throws -> XMLElement {
            try await maker.ask(.iam, action, fields, attempt: action)
        }
        let read = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["iam:Get*", "iam:Generate*", "sts:*"], "Resource": "*"}}
            """
        let trust = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}
            """
        _ = try await make("CreateUser", ("UserName", "reader"))
        _ = try await make("PutUserPolicy", ("UserName", "reader"), ("PolicyName", "read"), ("PolicyDocument", read))
        _ = try await make("CreateUser", ("UserName", "nobody"))
        _ = try await make("CreateLoginProfile", ("UserName", "nobody"), ("Password", UUID().uuidString))
        _ = try await make("CreateGroup", ("GroupName", "admins"))
        let everything = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
            """
        let made = try await make("CreatePolicy", ("PolicyName", "everything"), ("PolicyDocument", everything))
        _ = try await make(
            "AttachGroupPolicy",
            ("GroupName", "admins"),
            ("PolicyArn", made.all(named: "Arn").first?.text ?? "")
        )
        _ = try await make("AddUserToGroup", ("GroupName", "admins"), ("UserName", "nobody"))
        _ = try await make("CreateRole", ("RoleName", "machine"), ("AssumeRolePolicyDocument", trust))
        let key = try await make("CreateAccessKey", ("UserName", "reader"))
        let weak = try await make("CreateUser", ("UserName", "weak"))
        #expect(weak.all(named: "UserName").first?.text == "weak")
        let weakKey = try await make("CreateAccessKey", ("UserName", "weak"))
        try await server.checkSignatures()

        let estate = try await server.source(key).estate(options: ImportOptions(), progress: nil)
        #expect(estate.source.root == "123456789012")
        #expect(Set(estate.principals.map(\.name)).isSuperset(of: ["reader", "nobody", "admins", "machine", "weak"]))
        let nobody = try #require(estate.principals.first { $0.name == "nobody" })
        #expect(nobody.detail["administrator"] == "yes")
        #expect(nobody.isPerson)
        let machine = try #require(estate.principals.first { $0.name == "machine" })
        #expect(estate.trusts.contains { $0.kind == .runsAs && $0.to == machine.key && $0.from == "ec2.amazonaws.com" })
        let reader = try #require(estate.principals.first { $0.name == "reader" })
        #expect(reader.kind == .serviceAccount)
        #expect(estate.counts["users"] == 3)

        await #expect { try await server.source(weakKey).estate(options: ImportOptions(), progress: nil) } throws: {
            ($0 as? LiveFailure)?.reason == .refused
        }
        var forged = key
        for index in forged.children.indices {
            for inner in forged.children[index].children.indices
            where forged.children[index].children[inner].name == "SecretAccessKey" {
                forged.children[index].children[inner].text += "x"
            }
        }
        await #expect { try await server.source(forged).estate(options: ImportOptions(), progress: nil) } throws: {
            ($0 as? LiveFailure)?.reason == .unauthorised
        }
    }
}

/// moto's server on loopback, ended by its process id.
private struct MotoServer {
    /// The Python that has it; nil, with the reason printed, where there is none.
    static let python: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../scripts/moto").standardizedFileURL
        let process = Process()
        let output = Pipe()
        process.executableURL = root
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            print("tests on moto are skipped: \(error)")
            return nil
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            print("tests on moto are skipped: scripts/moto finds no Python with moto, nor PyPI")
            return nil
        }
        return text.split(separator: "\n").last.map(String.init)
    }()

    private let process = Process()
    private let port: Int

    init() async throws {
        // The first free port is taken by a server of ours and given up for moto's.
        let holder = try await FakeAWS { _, _ in FakeAWS.page() }
        port = holder.port
        await holder.close()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = ["-m", "moto.server", "-H", "127.0.0.1", "-p", "\(port)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It answers once it listens; the client asks again until then.
        _ = try await client(AWSCredentials(keyID: "test", secret: Secret("test")), attempts: 600)
            .ask(.sts, "GetCallerIdentity", attempt: "wait for moto")
    }

    func end() { kill(process.processIdentifier, SIGKILL) }

    func client(_ credentials: AWSCredentials, attempts: Int = 3) throws -> AWSClient {
        var patience = AWSClient.Patience()
        patience.attempts = attempts
        patience.pause = .milliseconds(100)
        patience.longestPause = .milliseconds(200)
        let endpoint = try AWSEndpoint(try LiveAddress("aws://127.0.0.1:\(port)"))
        return AWSClient(
            http: .shared,
            endpoint: endpoint,
            credentials: credentials,
            patience: patience,
            now: { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
        )
    }

    /// From now on requests need a true signature and a policy that allows them.
    func checkSignatures() async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/moto-api/reset-auth")
        request.method = .POST
        request.body = .bytes(Array("0".utf8))
        let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        try #require(answer.status == .ok)
    }

    /// A source that signs with an access key that moto made.
    func source(_ key: XMLElement) throws -> AWSLiveSource {
        let id = key.all(named: "AccessKeyId").first?.text ?? ""
        let secret = key.all(named: "SecretAccessKey").first?.text ?? ""
        let secrets = try LiveSecrets(environment: ["AWS_ACCESS_KEY_ID": id, "AWS_SECRET_ACCESS_KEY": secret])
        var source = try AWSLiveSource(try LiveAddress("aws://127.0.0.1:\(port)"), secrets: secrets)
        source.patience.reportPause = .milliseconds(10)
        return source
    }
}
