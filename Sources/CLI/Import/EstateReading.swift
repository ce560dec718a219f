import Domain
import Foundation
import Importers

/// Reads the estates that `penstock import` is pointed at.
struct EstateReading {
    /// A folder, a file or the address of a running system.
    let path: String
    /// Name of the format; nil to find out.
    let format: String?
    /// Where the secret of a running system is; nil for the environment.
    let secretFile: String?
    /// Whether a folder in which nothing is found is an answer too.
    var allowsNothing = false

    /// - Throws: `CommandFailure`, when nothing can be read, with the reason.
    func estates(options: ImportOptions, bar: ProgressBar) async throws -> [Estate] {
        do {
            if LiveAddress.isAddress(path) { return [try await liveEstate(options: options, bar: bar)] }
            return try await fileEstates(options: options, bar: bar)
        } catch let failure as ImportFailure {
            throw CommandFailure(failure.description)
        } catch let failure as LiveFailure {
            throw CommandFailure("\(failure)\nremedy: \(failure.reason.remedy); nothing was changed")
        }
    }

    private func fileEstates(options: ImportOptions, bar: ProgressBar) async throws -> [Estate] {
        let run: ImportRun
        if let format {
            guard let importer = Formats.file(format) else {
                throw CommandFailure(
                    "`\(format)` is read from a running system only\nremedy: give its address, as in \(Self.example(format))"
                )
            }
            run = ImportRun(importer, options: options)
        } else {
            run = ImportRun(Formats.files, options: options)
        }
        let reading = try await run.reading(of: path) { progress in
            bar.update(done: progress.filesDone, of: progress.filesTotal)
        }
        if allowsNothing || reading.estates.contains(where: { $0.holdsAnything || !$0.rejected.isEmpty }) {
            return reading.estates
        }
        var rest = reading.rest
        rest.remarks += reading.estates.flatMap(\.remarks)
        rest.ignored += reading.estates.reduce(0) { $0 + ($1.counts["ignored"] ?? 0) }
        throw CommandFailure(Self.words(for: rest, at: path, format: format))
    }

    private func liveEstate(options: ImportOptions, bar: ProgressBar) async throws -> Estate {
        let address = try LiveAddress(path)
        let candidates = Formats.live.filter { live in
            live.schemes.contains(address.scheme) && (format == nil || live.format == format)
        }
        guard let type = candidates.first else {
            let known = Formats.live.filter { format == nil || $0.format == format }
            let schemes = Set(known.flatMap { $0.schemes }).sorted().map { "\($0)://" }.joined(separator: ", ")
            throw CommandFailure(
                schemes.isEmpty
                    ? "`\(format ?? "")` is read from files only\nremedy: export it to a folder and give that"
                    : "no source has an address that begins with `\(address.scheme)://`\nremedy: give one of \(schemes)"
            )
        }
        guard candidates.count == 1 else {
            let formats = candidates.map { $0.format }.sorted().joined(separator: " or --format ")
            throw CommandFailure("several formats have such addresses\nremedy: add --format \(formats)")
        }
        let file = try secretFile.map { Array(try InputFile.text(at: $0, limit: 64 * 1024).utf8) }
        let secrets = try LiveSecrets(environment: ProcessInfo.processInfo.environment, file: file)
        let source: any LiveSource
        do throws(LiveFailure) {
            source = try type.init(address, secrets: secrets)
        } catch {
            guard error.reason == .secret else { throw error }
            let names = type.secretNames.map { "\n  \($0)" }.joined()
            throw CommandFailure(
                "\(error)\nremedy: set \(LiveSecrets.variable), name a file with --secret-file, or set\(names)"
            )
        }
        return try await source.estate(options: options) { progress in
            bar.update(done: progress.done, of: progress.total ?? progress.done)
        }
    }

    // MARK: - Words

    private static func words(for rest: ImportReading.Rest, at path: String, format: String?) -> String {
        let formats = format ?? Formats.files.map(\.format).joined(separator: ", ")
        var words = "nothing to import: `\(path)` holds no file of format \(formats)"
        for rejection in rest.rejected.prefix(5) { words += "\n  \(rejection.path): \(rejection.reason)" }
        for remark in rest.remarks.prefix(5) { words += "\n  \(remark.path): \(remark.reason)" }
        let more = rest.rejected.count + rest.remarks.count - min(rest.rejected.count, 5) - min(rest.remarks.count, 5)
        if more > 0 { words += "\n  … and \(more) more" }
        if rest.ignored > 0 { words += "\n  \(counted(rest.ignored, "file")) with names of other kinds" }
        return words + "\nremedy: give the folder of the exports themselves; docs/importers lists what is read"
    }

    private static func example(_ format: String) -> String {
        let live = Formats.live.first { $0.format == format }
        return "\(live?.schemes.first ?? "scheme")://host"
    }
}

extension LiveFailure.Reason {
    /// What to do about it.
    var remedy: String {
        switch self {
        case .address: "correct the address"
        case .secret: "set PENSTOCK_SOURCE_SECRET, or name a file with --secret-file"
        case .unreachable: "check host, port and network"
        case .untrusted: "check the certificate of the other side and who issued it"
        case .unauthorised: "check that the secret is the right one and has not ended"
        case .refused: "give the account the right to read what is named above"
        case .otherSystem: "check the address, and that --format names what runs there"
        case .rateLimited: "try again later"
        case .cutOff: "try again; what was read so far was dropped"
        case .inconsistent: "try again while nothing changes there; when it stays, report it"
        case .unreadable: "check that the address is the system's own and no proxy answers in its place"
        case .tooLarge: "read it in parts, or from an export"
        case .cancelled: "run the import again"
        }
    }
}
