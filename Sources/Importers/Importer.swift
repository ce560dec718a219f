package import Domain

/// Reads one format.
///
/// Knows neither folders nor stores: it is handed files and gives values.
package protocol Importer: Sendable {
    /// What one file holds, ready to be joined with others of its source.
    associatedtype Part: Sendable

    /// Name of the format, as it stands in `SourceDescription.format`.
    var format: String { get }

    /// Whether a file may be of the format, by its path alone; others are counted as ignored and not opened.
    func reads(_ path: String) -> Bool

    /// Whether a file that `reads` accepts looks like the format, by a cheap look at its bytes.
    ///
    /// Asked only where several formats accept the path. A broken file of the format should still be recognised.
    func recognises(_ file: SourceFile) -> Bool

    /// Reads one file.
    ///
    /// - Throws: `Unreadable` when the file is broken; nothing of it is then taken.
    func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> Part

    /// Name of the source that a file belongs to, where the file itself says so: an account number.
    ///
    /// Parts of one name are joined wherever they lie. Where it is nil, the folder decides; a part without a name beside
    /// parts of a single name belongs to them.
    func sourceName(of part: Part) -> String?

    /// Joins the parts of one source, which come in the order of their paths.
    func estate(of source: SourceDescription, parts: [(path: String, part: Part)], options: ImportOptions) -> Estate
}

extension Importer {
    package func sourceName(of part: Part) -> String? { nil }
}

/// A file that was read.
package struct SourceFile: Sendable {
    /// Path from the root of the import.
    package var path: String
    /// Its bytes; where they were UTF-16 with its mark, the same text as UTF-8.
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = asUTF8(bytes)
    }

    /// Its name without the folders.
    var name: Substring { path.split(separator: "/").last ?? "" }

    /// The folders on the way to it, the outermost first.
    var folders: [Substring] { path.split(separator: "/").dropLast() }
}

/// Why a file could not be read.
package struct Unreadable: Error, Hashable {
    /// Counted from 1; nil when the reason has no place in the text.
    package var line: Int?
    package var column: Int?
    package var reason: String

    package init(line: Int? = nil, column: Int? = nil, reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }
}
