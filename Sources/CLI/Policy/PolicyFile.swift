import Cedar
import Foundation

/// A file of policies, a schema, entities or requests: its name for messages, and its bytes.
struct PolicyFile {
    /// The path as it was given; `-` is standard input.
    let path: String
    let source: SourceText

    /// The name that messages give.
    var name: String { path == "-" ? "<stdin>" : path }

    /// Reads the file at `path`, or standard input for `-`.
    init(_ path: String) throws {
        self.path = path
        source = SourceText(try Self.bytes(at: path))
    }

    /// A text that came from elsewhere.
    init(name: String, text: String) {
        path = name
        source = SourceText(text)
    }

    /// Whether the text is JSON rather than Cedar: no text in Cedar syntax begins with a brace, bracket or quote.
    var isJSON: Bool {
        let first = source.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
    }

    private static func bytes(at path: String) throws -> [UInt8] {
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure("`\(path)` cannot be read\nremedy: check that the file exists and may be read")
        }
    }

    /// The files that `paths` name: folders stand for what they hold that ends in `suffix`, in order of the names.
    static func paths(_ paths: [String], suffix: String) throws -> [String] {
        var found: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                found.append(path)
                continue
            }
            let below = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(suffix) }
            guard !below.isEmpty else {
                throw CommandFailure("the folder `\(path)` has no file whose name ends in `\(suffix)`")
            }
            found += below.sorted().map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
        }
        return found
    }
}
