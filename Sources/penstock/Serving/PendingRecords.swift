import ControlPlane
import Domain
import Foundation
import Logging

/// Imports the records of envelopes that were opened on this machine while no server ran.
struct PendingRecords: Sendable {
    let data: String
    let control: ControlPlane
    let logger: Logger

    static func folder(in data: String) -> String { data + "/break-glass" }

    /// Takes each record once; one that is refused stays for a person to look at.
    func take() async {
        let folder = Self.folder(in: data)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasSuffix(".record") {
            let path = "\(folder)/\(name)"
            guard let bytes = FileManager.default.contents(atPath: path),
                let record = try? JSONDecoder().decode(EnvelopeRecordFile.self, from: bytes)
            else {
                logger.error("a record of break-glass cannot be read", metadata: ["file": "\(path)"])
                continue
            }
            do {
                let glass = try await control.importEnvelopeRecord(record, by: .penstock)
                try FileManager.default.moveItem(atPath: path, toPath: path + ".imported")
                logger.warning(
                    "a break-glass without the server was imported and waits for its review",
                    metadata: ["id": "\(glass.id)", "person": "\(glass.personEmail)"],
                )
            } catch {
                logger.error(
                    "a record of break-glass was refused",
                    metadata: ["file": "\(path)", "cause": "\(error)"],
                )
            }
        }
    }
}
