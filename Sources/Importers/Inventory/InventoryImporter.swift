package import Domain

/// Reads an inventory that people keep by hand or write from another program: a table, or the same as JSON.
///
/// What it may hold is described in `docs/importers/inventory.md`.
package struct InventoryImporter: Importer {
    package var format: String { "inventory" }

    package init() {}

    package func reads(_ path: String) -> Bool {
        let path = path.lowercased()
        return path.hasSuffix(".csv") || path.hasSuffix(".json")
    }

    package func recognises(_ file: SourceFile) -> Bool {
        guard file.path.lowercased().hasSuffix(".csv") else {
            return file.contains("\"inventory\"") && file.contains("\"entries\"")
        }
        guard var reader = try? CSVReader(Array(file.bytes.prefix(1 << 16))),
            case .fields(let titles)? = try? reader.next()
        else { return false }
        let columns = titles.map { InventoryColumn(title: $0.text) }
        return columns.contains(.kind) && columns.contains(.name)
    }

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> InventoryPart {
        file.path.lowercased().hasSuffix(".csv") ? try InventoryPart.table(file) : try InventoryPart.document(file)
    }

    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: InventoryPart)],
        options: ImportOptions,
    ) -> Estate {
        InventoryJoin(source: source, options: options).estate(of: parts)
    }
}
