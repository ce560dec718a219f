import ArgumentParser
import Importers

/// Which catalogue a command uses.
struct CatalogueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder of own catalogue files, read over the program's.", valueName: "folder"))
    var catalogue: String?

    func read() throws -> Catalogue {
        guard let catalogue else { return .shipped }
        do {
            return try Catalogue.shipped.adding(folder: catalogue)
        } catch let failure as ImportFailure {
            throw CommandFailure(failure.description)
        } catch let failure as CatalogueFailure {
            throw CommandFailure(failure.description)
        }
    }

    /// Reads an export of any format with that catalogue; nothing is kept.
    func estates(at path: String, with catalogue: Catalogue) async throws -> ImportReading {
        var options = ImportOptions()
        options.catalogue = catalogue
        let bar = ProgressBar(label: "reading")
        defer { bar.finish() }
        do {
            return try await ImportRun(Formats.files, options: options).reading(of: path) { progress in
                bar.update(done: progress.filesDone, of: progress.filesTotal)
            }
        } catch let failure as ImportFailure {
            throw CommandFailure(failure.description)
        }
    }
}
