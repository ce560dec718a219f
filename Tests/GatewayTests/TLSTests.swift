import Foundation
import Gateway
import NIOCore
import NIOSSL
import Synchronization
import Testing

extension EndToEnd {
    struct TLSTests {
        /// A key and a certificate for `localhost`, made for one test.
        struct Certificate {
            let folder: URL
            var key: String { folder.appending(path: "key.pem").path }
            var certificate: String { folder.appending(path: "certificate.pem").path }

            /// nil when there is no `openssl` to make it with.
            init?(name: String) throws {
                folder = FileManager.default.temporaryDirectory.appending(path: "penstock-tls-\(UUID())")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                let process = Process()
                process.executableURL = URL(filePath: "/usr/bin/env")
                process.arguments = [
                    "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)", "-keyout",
                    folder.appending(path: "key.pem").path, "-out", folder.appending(path: "certificate.pem").path,
                ]
                process.standardError = FileHandle.nullDevice
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                if process.terminationStatus != 0 { return nil }
            }

            func remove() throws { try FileManager.default.removeItem(at: folder) }

            func context() throws -> NIOSSLContext {
                let chain = try NIOSSLCertificate.fromPEMFile(certificate).map {
                    NIOSSLCertificateSource.certificate($0)
                }
                let key = try NIOSSLPrivateKey(file: key, format: .pem)
                return try NIOSSLContext(
                    configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
                )
            }
        }

        @Test(
            "An https upstream is reached when its certificate is trusted and names it, and never otherwise",
            arguments: [
                (name: "localhost", trusted: true, status: 200), (name: "localhost", trusted: false, status: 502),
                (name: "other.example", trusted: true, status: 502),
            ],
        )
        func certificate(name: String, trusted: Bool, status: Int) async throws {
            guard let certificate = try Certificate(name: name) else {
                print("skipped: `openssl` is not there to make a certificate")
                return
            }
            let file = certificate.certificate
            let setup = Setup(
                settings: { if trusted { $0.trustedAuthorities = file } },
                tls: try certificate.context(),
                reply: { .init(body: $0.body) },
            )
            try await withGateway(setup) { gateway in
                let client = try gateway.client()
                for number in 1...2 {
                    client.send(gateway.request("POST", "/crm/contacts", body: "secret \(number)"))
                    let answer = try #require(client.answer())
                    #expect(answer.status == status)
                    if status == 200 { #expect(answer.text == "secret \(number)") }
                }
                #expect(gateway.upstream.received.count == (status == 200 ? 2 : 0))
            }
            try certificate.remove()
        }
    }
}
