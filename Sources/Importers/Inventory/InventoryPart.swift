import Domain

/// What one file of an inventory holds.
package struct InventoryPart: Sendable {
    var entries: [InventoryEntry] = []
    /// Lines that are wrong; the others are taken.
    var rejected: [Rejection] = []
    var remarks: [Rejection] = []
    /// Whether the file is no inventory.
    var isOther = false

    // MARK: - CSV

    /// Reads a table; its first row names the columns.
    ///
    /// - Throws: When the first row is wrong, or a quote is never closed.
    static func table(_ file: SourceFile) throws(Unreadable) -> InventoryPart {
        var part = InventoryPart()
        var reader = try CSVReader(file.bytes)
        guard let first = try reader.next() else { throw Unreadable(reason: "it is empty") }
        let titles: [CSVReader.Field]
        switch first {
        case .broken(let failure): throw failure
        case .fields(let fields): titles = fields
        }
        let columns = try part.columns(titles, of: file)
        guard !part.isOther else { return part }
        while let row = try reader.next() {
            do throws(Unreadable) {
                let fields: [CSVReader.Field]
                switch row {
                case .broken(let failure): throw failure
                case .fields(let found): fields = found
                }
                let line = fields.first?.line ?? 1
                guard fields.count == columns.count else {
                    throw Unreadable(
                        line: line,
                        reason: "it has \(fields.count) fields and the first row has \(columns.count)",
                    )
                }
                var cells: [InventoryColumn: InventoryEntry.Cell] = [:]
                for (field, column) in zip(fields, columns) {
                    guard let column else { continue }
                    cells[column] = InventoryEntry.Cell(text: field.text, line: field.line, column: field.column)
                }
                part.entries.append(try InventoryEntry(cells, line: line))
            } catch {
                part.reject(error, file)
            }
        }
        return part
    }

    /// The columns in the order of the titles; nil for one that is not known.
    private mutating func columns(
        _ titles: [CSVReader.Field],
        of file: SourceFile
    ) throws(Unreadable) -> [InventoryColumn?] {
        let columns = titles.map { InventoryColumn(title: $0.text) }
        guard columns.contains(.kind), columns.contains(.name) else {
            isOther = true
            return columns
        }
        var seen: Set<InventoryColumn> = []
        for (title, column) in zip(titles, columns) {
            guard let column else {
                let reason = "column `\(title.text.prefix(100))` is not known and not read"
                remarks.append(Rejection(path: file.path, line: title.line, column: title.column, reason: reason))
                continue
            }
            guard seen.insert(column).inserted else {
                throw Unreadable(
                    line: title.line,
                    column: title.column,
                    reason: "column `\(title.text)` is there twice"
                )
            }
        }
        return columns
    }

    // MARK: - JSON

    /// Reads `{"inventory": 1, "entries": [{…}]}`; the members of an entry are the columns.
    static func document(_ file: SourceFile) throws(Unreadable) -> InventoryPart {
        var part = InventoryPart()
        var isList = false
        var places = TextPlaces(file.bytes)
        do throws(JSONFailure) {
            let top = try JSONDocument.read(file.bytes, lists: ["entries"]) { element, _ in
                part.take(element, of: file, places: &places)
                return true
            }
            if case .object(let object) = top {
                isList = object["inventory"] != nil && object["entries"]?.isArray ?? false
            }
        } catch {
            let position = error.position(in: file.bytes)
            throw Unreadable(line: position.line, column: position.column, reason: error.reason)
        }
        guard isList else {
            var other = InventoryPart()
            other.isOther = true
            return other
        }
        return part
    }

    private mutating func take(_ element: JSONValue, of file: SourceFile, places: inout TextPlaces) {
        let place = places.place(of: element.offset)
        do throws(Unreadable) {
            var cells: [InventoryColumn: InventoryEntry.Cell] = [:]
            for (name, value) in element.members {
                guard let column = InventoryColumn(title: name.string ?? "") else {
                    let reason = "member `\((name.string ?? "").prefix(100))` is not known and not read"
                    remarks.append(Rejection(path: file.path, line: place.line, reason: reason))
                    continue
                }
                guard !value.isNull else { continue }
                let at = places.place(of: value.offset)
                let texts = value.isArray ? value.elements.map(\.scalarText) : [value.scalarText]
                guard !texts.contains(nil) else {
                    throw Unreadable(line: at.line, column: at.column, reason: "\(column.rawValue) is no text")
                }
                let text = texts.compactMap(\.self).joined(separator: ";")
                cells[column] = InventoryEntry.Cell(text: text, line: at.line, column: at.column)
            }
            entries.append(try InventoryEntry(cells, line: place.line))
        } catch {
            reject(error, file)
        }
    }

    private mutating func reject(_ error: Unreadable, _ file: SourceFile) {
        rejected.append(Rejection(path: file.path, line: error.line, column: error.column, reason: error.reason))
    }
}

/// Lines and columns of offsets that are asked for in rising order.
private struct TextPlaces {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Counted from 1; columns count Unicode scalars.
    mutating func place(of wanted: Int) -> (line: Int, column: Int) {
        while offset < min(wanted, bytes.count) {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}

extension JSONValue {
    /// Where it begins in the text; for a string, behind its quote.
    fileprivate var offset: Int { Int(document.nodes[index].start) }
}
