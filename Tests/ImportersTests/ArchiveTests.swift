import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Archives are read as the folders they hold.
struct ArchiveTests {
    @Test("Every kind of archive gives the estate of the folder it was made of", arguments: ArchiveSamples.whole)
    func whole(name: String) async throws {
        let plain = try await imported(ArchiveSamples.shop)
        try await ArchiveSamples.with(name) { archive in
            var options = ImportOptions()
            options.name = "estate"
            let packed = try await ImportRun(N8nImporter(), options: options).estates(at: archive)
            #expect(packed.map(\.source.root) == plain.map(\.source.root))
            #expect(packed.map(\.workflows) == plain.map(\.workflows))
            #expect(packed.map(\.counts) == plain.map(\.counts))
            #expect(packed.map(\.rejected) == plain.map(\.rejected))
            #expect(plain.first?.counts["workflows"] == 2)
            #expect(plain.first?.counts["ignored"] == 2)
        }
    }

    @Test(
        "Names that lead out are rejected, links and devices remarked, and the rest is read",
        arguments: ["hostile.zip", "hostile.tar"]
    )
    func hostile(name: String) async throws {
        try await ArchiveSamples.with(name) { archive in
            let estate = try #require(try await ImportRun(N8nImporter()).estates(at: archive).first)
            #expect(estate.workflows.map(\.path) == ["good.json"])
            #expect(Set(estate.rejected.map(\.path)) == ["../evil.json", "/etc/evil.json", "a/../../evil.json"])
            let remarked = Set(estate.remarks.map(\.path))
            #expect(remarked.isSuperset(of: ["link.json", "inner.zip"]))
            if name == "hostile.tar" { #expect(remarked.isSuperset(of: ["hard.json", "pipe.json", "device.json"])) }
        }
    }

    @Test(
        "Of a name that stands there twice the last is read, and that is remarked",
        arguments: ["twice.zip", "twice.tar"]
    )
    func twice(name: String) async throws {
        try await ArchiveSamples.with(name) { archive in
            let estate = try #require(try await ImportRun(N8nImporter()).estates(at: archive).first)
            #expect(estate.workflows.map(\.name) == ["second"])
            #expect(estate.remarks.map(\.path) == ["a.json"])
        }
    }

    @Test(
        "A file that cannot be unpacked is rejected with the reason, and the others are read",
        arguments: [
            ("encrypted.zip", "encrypted"), ("checksum.zip", "checksum"), ("renamed.zip", "names it twice"),
            ("bzip2.zip", "method 12"), ("longer.zip", "longer than stated"), ("sparse.tar", "sparse"),
        ]
    )
    func one(name: String, reason: String) async throws {
        try await ArchiveSamples.with(name) { archive in
            let estate = try #require(try await ImportRun(N8nImporter()).estates(at: archive).first)
            #expect(estate.workflows.map(\.path) == ["good.json"])
            #expect(estate.rejected.map(\.path) == ["bad.json"])
            #expect(estate.rejected.first?.reason.contains(reason) == true, "\(estate.rejected)")
        }
    }

    @Test(
        "An archive that is an attack, of another kind or not whole is refused as one",
        arguments: [
            ("bomb.zip", "times its own size"), ("bomb.tgz", "times its own size"),
            ("bomb.tar.xz", "times its own size"),
            ("overlap.zip", "overlap"), ("many.tar.gz", "entries"), ("plain.json.gz", "no tar archive"),
            ("trailing.tar", "follows the end"), ("noend.tar", "ends too early"), ("prefixed.zip", "stands before"),
            ("split.zip", "several"),
        ]
    )
    func refused(name: String, reason: String) async throws {
        try await ArchiveSamples.with(name) { archive in
            do {
                _ = try await ImportRun(N8nImporter()).estates(at: archive)
                Issue.record("it was read")
            } catch let failure as ImportFailure {
                #expect(failure.description.contains(reason), "\(failure)")
            }
        }
    }

    @Test("An archive in a folder is remarked and not opened")
    func inFolder() async throws {
        let bytes = try ArchiveSamples.bytes(of: "shop.zip")
        let estates = try await imported(["a.json": workflow("w", nodes: [node("a", "x.y")])]) { folder in
            try write(bytes, to: "shop.zip", in: folder)
        }
        let estate = try #require(estates.first)
        #expect(estate.workflows.count == 1)
        #expect(estate.remarks.map(\.path) == ["shop.zip"])
        #expect(estate.counts["links"] == 0)
        #expect(estate.counts["ignored"] == 1)
    }

    @Test("A source that is an archive is named after it, without the ending")
    func named() async throws {
        try await ArchiveSamples.with("members.tar.gz") { archive in
            let estates = try await ImportRun(N8nImporter()).estates(at: archive)
            #expect(estates.map(\.source.root) == ["members"])
        }
    }

    @Test(
        "A truncated archive is refused wherever it ends",
        arguments: ["shop.zip", "shop.tar", "shop.tgz", "shop.tar.xz"]
    )
    func truncated(name: String) async throws {
        let whole = try ArchiveSamples.bytes(of: name)
        try await withTemporaryFolder { folder in
            // The last block of zeros of a tar archive is padding.
            let end = name == "shop.tar" ? whole.count - 9216 : whole.count
            for length in stride(from: 0, to: end, by: max(1, end / 150)) {
                try write(Array(whole[..<length]), to: "cut", in: folder)
                let estates = try? await ImportRun(N8nImporter()).estates(at: folder + "/cut")
                // Too short to be told from any other file, it is ignored as such.
                #expect(estates?.allSatisfy { $0.workflows.isEmpty && $0.counts["files"] == 0 } ?? true, "\(length)")
            }
        }
    }

    @Test(
        "Whatever bytes are changed, an archive is read, in part rejected or refused, and nothing else happens",
        arguments: ["shop.zip", "shop.tar", "shop.tgz", "shop.tar.xz", "zip64.zip", "pax.tar"]
    )
    func corrupt(name: String) async throws {
        let whole = try ArchiveSamples.bytes(of: name)
        try await withTemporaryFolder { folder in
            var random = Splitmix(state: 7)
            var readings = 0
            for _ in 0..<400 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] =
                        [0, 0xFF, bytes[index] ^ 1, UInt8.random(in: 0...255, using: &random)]
                        .randomElement(using: &random) ?? 0
                }
                try write(bytes, to: "changed", in: folder)
                do {
                    let estates = try await ImportRun(N8nImporter()).estates(at: folder + "/changed")
                    readings += 1
                    #expect(estates.reduce(0) { $0 + $1.workflows.count } <= 2)
                } catch is ImportFailure {}
            }
            #expect(readings < 400)
        }
    }

    @Test("The shared archive itself gives what its folder gives", .enabled(if: sharedEstates != nil))
    func shared() async throws {
        let shared = try #require(sharedEstates)
        let estates = try await ImportRun(N8nImporter()).estates(at: shared + "/estates.tar.xz")
        let n8n = estates.filter { $0.source.root.hasPrefix("dev/n8n/") }
        #expect(n8n.count == 18)
        #expect(n8n.reduce(0) { $0 + ($1.counts["workflows"] ?? 0) } == 1489)
        #expect(n8n.reduce(0) { $0 + ($1.counts["rejected"] ?? 0) } == 6)
    }
}

/// A generator of numbers that are the same in every run.
struct Splitmix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
