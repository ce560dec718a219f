import Foundation
import MerkleLog
import Testing

/// Vectors published by others, read from the shared data.
struct ConformanceTests {
    @Test(
        "Published Merkle proofs are accepted and refused as they say",
        .enabled(if: SharedData.isPresent("merkle-proofs.tar.gz")),
        arguments: [
            ("inclusion", 98), ("consistency", 98), ("subtreeinclusion", 204), ("subtreeconsistency", 118),
        ]
    )
    func merkleProofs(kind: String, expected: Int) throws {
        try SharedData.unpacked("merkle-proofs.tar.gz") { folder in
            let root = folder.appending(path: "transparency-dev-merkle/testdata/\(kind)")
            var passed = 0
            for case let file as URL in try #require(
                FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
            )
            where file.pathExtension == "json" {
                let vector = try JSONDecoder().decode(ProofVector.self, from: Data(contentsOf: file))
                #expect(vector.holds == !vector.wantErr, "\(kind)/\(file.lastPathComponent): \(vector.desc)")
                passed += vector.holds == !vector.wantErr ? 1 : 0
            }
            print("merkle-proofs/\(kind): \(passed) of \(expected)")
            #expect(passed == expected)
        }
    }

    @Test("Published proof files and notes are read as they say", .enabled(if: SharedData.isPresent("tlog-format")))
    func formats() throws {
        let url = try #require(SharedData.standards("tlog-format/cases.json"))
        let cases = try JSONDecoder().decode(FormatCases.self, from: Data(contentsOf: url))
        for good in cases.tlog_proof_ok {
            let proof = try TransparencyProof(Array(good.text.utf8))
            #expect(proof.index == good.index, "\(good.name)")
            #expect(proof.bytes == Array(good.text.utf8), "\(good.name)")
        }
        for bad in cases.tlog_proof_err {
            #expect(throws: NoteError.self, "\(bad.name)") { try TransparencyProof(Array(bad.text.utf8)) }
        }
        for good in cases.note_ok {
            let key = try NoteVerifier(good.vkey)
            let note = try SignedNote(Array(good.note.utf8))
            try key.verify(note)
            #expect(key.description == good.vkey)
            #expect(note.description == good.note)
        }
        let count = cases.tlog_proof_ok.count + cases.tlog_proof_err.count + cases.note_ok.count
        print("tlog-format: \(count) of \(count)")
        #expect(count == 11)
    }

    @Test(
        "A witness on these proofs and signatures answers recorded exchanges alike",
        .enabled(if: SharedData.isPresent("tlog-witness"))
    )
    func witnessExchanges() throws {
        let url = try #require(SharedData.standards("tlog-witness/litewitness-exchanges.json"))
        let recorded = try JSONDecoder().decode(Exchanges.self, from: Data(contentsOf: url))
        var witnesses: [String: RecordedWitness] = [:]
        var passed = 0
        for exchange in recorded.exchanges {
            let hex = recorded.sigsum_log_keys_hex[exchange.file] ?? recorded.sigsum_log_keys_hex["litewitness.txt"]
            var witness = try witnesses[exchange.file] ?? RecordedWitness(sigsumKey: #require(hex))
            let status = witness.answer(exchange.body)
            witnesses[exchange.file] = witness
            #expect(status == exchange.status, "\(exchange.file): \(exchange.body)")
            passed += status == exchange.status ? 1 : 0
        }
        print("tlog-witness: \(passed) of \(recorded.exchanges.count)")
        #expect(passed == 11)
    }
}

/// One file of the transparency-dev/merkle test data.
private struct ProofVector: Decodable {
    // Missing in vectors of other kinds. 64 bits without sign, since some are larger than any tree can be.
    var leafIdx: UInt64?
    var treeSize: UInt64?
    var size1: UInt64?
    var size2: UInt64?
    var start: UInt64?
    var end: UInt64?
    var size: UInt64?
    var root: Data?
    var root1: Data?
    var root2: Data?
    var leafHash: Data?
    var proof: [Data]?
    var desc: String
    var wantErr: Bool

    var holds: Bool {
        do {
            try check()
            return true
        } catch {
            return false
        }
    }

    private func check() throws {
        let hashes = (proof ?? []).compactMap { Digest($0) }
        guard hashes.count == proof?.count ?? 0 else { throw CocoaError(.coderInvalidValue) }
        if let size1, let size2 {
            let proof = try ConsistencyProof(oldSize: int(size1), newSize: int(size2), hashes: hashes)
            try proof.verify(old: placeholder(root1), new: placeholder(root2))
        } else if let start, let end, let size {
            guard let subtree = try Subtree(from: int(start), to: int(end)) else { throw ProofError.outOfRange }
            try SubtreeProof(subtree: subtree, size: int(size), hashes: hashes)
                .verify(placeholder(root1), root: placeholder(root2))
        } else if let start, let end, let leafIdx {
            guard let subtree = try Subtree(from: int(start), to: int(end)) else { throw ProofError.outOfRange }
            try SubtreeProof.verifyInclusion(
                hashes,
                of: placeholder(leafHash),
                at: int(leafIdx),
                in: subtree,
                digest: placeholder(root)
            )
        } else if let leafIdx, let treeSize {
            try InclusionProof(index: int(leafIdx), size: int(treeSize), hashes: hashes)
                .verify(leaf: placeholder(leafHash), root: placeholder(root))
        } else {
            throw CocoaError(.coderInvalidValue)
        }
    }

    private func int(_ value: UInt64) throws -> Int {
        guard let value = Int(exactly: value) else { throw ProofError.outOfRange }
        return value
    }

    /// Roots such as the text "don't care 1" stand for any digest; equal texts must stay equal.
    private func placeholder(_ bytes: Data?) throws -> Digest {
        guard let bytes else { throw CocoaError(.coderValueNotFound) }
        guard !bytes.isEmpty else { throw ProofError.outOfRange }
        return Digest(bytes) ?? .leaf(Array(bytes))
    }
}

private struct FormatCases: Decodable {
    struct Proof: Decodable {
        var name: String
        var index: Int?
        var text: String
    }

    struct Note: Decodable {
        var vkey: String
        var note: String
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    var tlog_proof_ok: [Proof]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var tlog_proof_err: [Proof]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var note_ok: [Note]
}

private struct Exchanges: Decodable {
    struct Exchange: Decodable {
        var file: String
        var body: String
        var status: Int
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    var sigsum_log_keys_hex: [String: String]
    var exchanges: [Exchange]
}

/// The decisions of a witness (C2SP tlog-witness), just enough to replay recorded requests.
private struct RecordedWitness {
    private var logs: [String: (key: NoteVerifier, seen: Checkpoint?)] = [:]

    init(sigsumKey hex: String) throws {
        let digits = Array(hex)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        // A sigsum log is named after the hash of its key.
        let origin = "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562"
        logs[origin] = (try NoteVerifier(name: origin, kind: .ed25519, publicKey: bytes), nil)
        // Go's checksum database publishes this key.
        let sumdb = try NoteVerifier("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
        logs["go.sum database tree"] = (sumdb, nil)
    }

    mutating func answer(_ body: String) -> Int {
        guard let gap = body.range(of: "\n\n"), body.hasPrefix("old ") else { return 400 }
        // One request has a signature that is not canonical Base64; the recording calls it wrong, here it is unreadable.
        guard let note = try? SignedNote(Array(body[gap.upperBound...].utf8)) else { return 403 }
        guard let checkpoint = try? Checkpoint(text: note.text) else { return 400 }
        let lines = body[..<gap.lowerBound].split(separator: "\n")
        let hashes = lines.dropFirst().compactMap { Data(base64Encoded: String($0)).flatMap { Digest($0) } }
        guard let old = Int(lines[0].dropFirst(4)), let log = logs[checkpoint.origin] else { return 403 }
        guard (try? log.key.verify(note)) != nil else { return 403 }
        guard old == log.seen?.size ?? 0 else { return 409 }
        if let seen = log.seen, seen.size > 0 {
            let proof = ConsistencyProof(oldSize: old, newSize: checkpoint.size, hashes: hashes)
            guard (try? proof.verify(old: seen.root, new: checkpoint.root)) != nil else { return 422 }
        }
        logs[checkpoint.origin] = (log.key, checkpoint)
        return 200
    }
}
