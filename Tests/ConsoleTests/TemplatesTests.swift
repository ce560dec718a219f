import Foundation
import Testing

@testable import Console

struct TemplatesTests {
    @Test("Every template file is compiled in, so that no page is empty")
    func everyFile() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Console/Templates").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(".mustache".count)) }
        #expect(files.sorted() == TemplateFiles.all.keys.sorted())
    }
}
