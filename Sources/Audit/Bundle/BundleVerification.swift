import MerkleLog

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One pass over the lines of an exported log behind its header.
struct BundleVerification {
    private var checker: LogChecker
    private var given: GivenCheckpoints
    /// How many entries the header says there are.
    private let size: Int
    private var number = 1
    private var isMalformed = false

    init(key: NoteVerifier, size: Int, trusted: [SignedNote]) {
        checker = LogChecker(key: key)
        given = GivenCheckpoints(trusted)
        self.size = size
    }

    /// The report on a file that cannot be looked into.
    static func failed(_ key: NoteVerifier?, _ message: String) -> VerificationReport {
        VerificationReport(
            entries: 0,
            root: Digest.emptyTree.description,
            checkpoints: 0,
            sealed: 0,
            key: key?.description ?? "",
            problems: [LogProblem(.malformed, message, index: 0)],
        )
    }

    /// Takes the next line.
    ///
    /// - Returns: false when nothing behind it can be understood.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        number += 1
        if line.starts(with: Self.entryStart) {
            takeEntry(line)
        } else if let record = try? JSONDecoder().decode(Record.self, from: Data(line)) {
            take(record)
        } else {
            refuse("line \(number) is no entry, no leaf hashes and no checkpoint")
        }
        return !isMalformed
    }

    /// The judgement at the end of the file; `hasRest` says that something stands behind the last line break.
    mutating func finish(hasRest: Bool) -> VerificationReport {
        if !isMalformed {
            if hasRest {
                refuse("line \(number + 1) has no end")
            } else if checker.size < size {
                checker.reportMissing(checker.size..<size, "the file says that there are \(size)")
            } else if checker.size > size {
                checker.report(.malformed, "there are more than the \(size) entries that line 1 says", at: size)
            } else if checker.sealed != size, checker.isTrue {
                checker.report(.checkpointInvalid, "the file does not end with a checkpoint of all its entries")
            }
            while let next = given.next(upTo: .max) { checker.take(unreached: next.note, next.name) }
        }
        return checker.finish()
    }

    private mutating func takeEntry(_ line: ArraySlice<UInt8>) {
        // Entries that were put in make a tile's worth too many; where, its leaf hashes will tell.
        guard checker.unrecorded < 2 * Tile.fullWidth else {
            refuse("line \(number) must hold leaf hashes")
            return
        }
        checker.take(leaf: line.withUnsafeBytes { .leaf($0) }, event: Self.eventID(in: line))
        while let next = given.next(upTo: checker.size) { checker.take(checkpoint: next.note, next.name) }
    }

    private mutating func take(_ record: Record) {
        switch (record.leaves, record.checkpoint) {
        case (let leaves?, nil):
            guard let bytes = Data(base64Encoded: leaves), let hashes = [Digest](joined: Array(bytes)) else {
                refuse("line \(number) does not hold hashes")
                return
            }
            checker.take(recorded: hashes)
        case (nil, let text?):
            guard let note = try? SignedNote(text.utf8) else {
                refuse("line \(number) does not hold a signed note")
                return
            }
            checker.take(checkpoint: note, "the checkpoint in line \(number)")
        default:
            refuse("line \(number) is no entry, no leaf hashes and no checkpoint")
        }
    }

    private mutating func refuse(_ message: String) {
        isMalformed = true
        checker.report(.malformed, message, at: checker.size)
    }

    /// The id in an entry's bytes, without reading all of them: nothing behind it begins in the same way.
    private static func eventID(in line: ArraySlice<UInt8>) -> String? {
        var start = line.endIndex - idStart.count
        while start >= line.startIndex {
            if line[start] == idStart[0], line[start...].starts(with: idStart) {
                let id = line[(start + idStart.count)...].prefix { $0 != UInt8(ascii: "\"") }
                return "evt_" + String(decoding: id, as: UTF8.self)
            }
            start -= 1
        }
        return nil
    }

    private static let entryStart = Array(#"{"actor":"#.utf8)
    private static let idStart = Array(#","id":"evt_"#.utf8)
}

/// A line that is no entry.
private struct Record: Decodable {
    let leaves: String?
    let checkpoint: String?
}
