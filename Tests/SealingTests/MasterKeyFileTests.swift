import Domain
import Foundation
import Testing

@testable import Sealing

final class MasterKeyFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "penstock-key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var path: String { folder.appending(path: "master.key").path }

    private func write(_ text: String, mode: Int) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test("A created key file has mode 0600 and reads back as the same key")
    func create() throws {
        let file = MasterKeyFile(path: path)
        #expect(!file.exists)
        let key = try file.create()
        #expect(file.exists)
        #expect(try file.read().id == key.id)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.count == 45 && text.hasSuffix("=\n"))
    }

    @Test("A key file is never overwritten")
    func exists() throws {
        let key = try MasterKeyFile(path: path).create()
        #expect(throws: SealingError.keyFileExists(path: path)) { try MasterKeyFile(path: self.path).create() }
        #expect(try MasterKeyFile(path: path).read().id == key.id)
    }

    @Test(
        "A key file open to others is refused with the command that closes it",
        arguments: [0o640, 0o604, 0o620, 0o601]
    )
    func tooOpen(mode: Int) throws {
        try write(Data(repeating: 7, count: 32).base64EncodedString() + "\n", mode: mode)
        let error = try #require(throws: SealingError.self) { try MasterKeyFile(path: self.path).read() }
        #expect(error == .keyFileTooOpen(path: path, mode: "0" + String(mode, radix: 8)))
        #expect(error.description.contains("chmod 600 \(path)"))
    }

    @Test("A key file of mode 0400 is fine, with or without a line break at its end", arguments: ["", "\n", "\r\n"])
    func readOnly(end: String) throws {
        try write(Data(repeating: 7, count: 32).base64EncodedString() + end, mode: 0o400)
        #expect(try MasterKeyFile(path: path).read().secret.withBytes { $0 } == [UInt8](repeating: 7, count: 32))
    }

    @Test("A key file of another content is refused", arguments: [0, 16, 31, 33, 64, 10_000])
    func wrongLength(count: Int) throws {
        try write(Data(repeating: 7, count: count).base64EncodedString() + "\n", mode: 0o600)
        #expect(throws: SealingError.keyFileMalformed(path: path)) { try MasterKeyFile(path: self.path).read() }
    }

    @Test("A key file that is not Base64 is refused")
    func notBase64() throws {
        try write(String(repeating: "!", count: 44), mode: 0o600)
        #expect(throws: SealingError.keyFileMalformed(path: path)) { try MasterKeyFile(path: self.path).read() }
    }

    @Test("A missing key file and a folder in its place are told apart")
    func missing() throws {
        #expect(throws: SealingError.keyFileMissing(path: path)) { try MasterKeyFile(path: self.path).read() }
        #expect(throws: SealingError.keyFileUnusable(path: folder.path, reason: "it is not a regular file")) {
            try MasterKeyFile(path: self.folder.path).read()
        }
        let nowhere = MasterKeyFile(path: path + "/x/y")
        #expect(throws: SealingError.self) { try nowhere.create() }
    }
}
