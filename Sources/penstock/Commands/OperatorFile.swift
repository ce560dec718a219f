import Domain
import Foundation
import Sealing

/// How commands on the same machine reach a running server: its address and the local operator's token, mode 0600.
struct OperatorFile: Codable {
    var address: String
    var token: String
    var process: Int32

    private static func path(_ data: String) -> String { "\(data)/operator.json" }

    static func read(in data: String) -> OperatorFile? {
        guard let bytes = FileManager.default.contents(atPath: path(data)),
            let file = try? JSONDecoder().decode(OperatorFile.self, from: bytes), kill(file.process, 0) == 0
        else { return nil }
        return file
    }

    /// Writes the file beside its place and moves it there, so that nobody reads half of it.
    func write(in data: String) throws {
        let temporary = Self.path(data) + ".\(process)"
        let bytes = try JSONEncoder().encode(self)
        _ = unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: temporary]) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        try handle.write(contentsOf: bytes)
        try handle.close()
        guard rename(temporary, Self.path(data)) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: Self.path(data)])
        }
    }

    static func remove(in data: String) {
        _ = unlink(path(data))
    }
}
