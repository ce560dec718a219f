import Domain
import Testing

@testable import Sealing

struct SealerTests {
    private let key = MasterKey.generate()
    private let record = SealedRecord(kind: "systemCredential", id: "sys_1")

    private func text(_ secret: Secret) -> String { secret.withBytes { String(decoding: $0, as: UTF8.self) } }

    @Test("A sealed value opens again for its own record", arguments: [0, 1, 16, 1_000])
    func roundTrip(count: Int) throws {
        let value = Secret(String(repeating: "x", count: count))
        let sealed = try Sealer(key).seal(value, for: record)
        #expect(sealed.count == count + Sealer.overheadInBytes)
        #expect(text(try Sealer(key).open(sealed, for: record)) == String(repeating: "x", count: count))
    }

    @Test("Equal values are sealed differently each time, and none shows its value")
    func fresh() throws {
        let value = "an eye-catching value"
        let sealer = Sealer(key)
        let sealed = try (0..<20).map { _ in try sealer.seal(Secret(value), for: record) }
        #expect(Set(sealed).count == 20)
        #expect(!sealed.contains { String(decoding: $0, as: UTF8.self).contains("eye") })
    }

    @Test("A value moved to another record or another kind can't be opened")
    func moved() throws {
        let sealer = Sealer(key)
        let sealed = try sealer.seal(Secret("value"), for: record)
        for other in [
            SealedRecord(kind: "systemCredential", id: "sys_2"), SealedRecord(kind: "clientKey", id: "sys_1"),
            SealedRecord(kind: "systemCredentials", id: "ys_1"), SealedRecord(kind: "", id: "systemCredentialsys_1"),
        ] {
            #expect(throws: SealingError.notAuthentic) { try sealer.open(sealed, for: other) }
        }
    }

    @Test("A changed bit anywhere is noticed")
    func tampered() throws {
        let sealer = Sealer(key)
        let sealed = try sealer.seal(Secret("value"), for: record)
        for place in sealed.indices {
            for bit in 0..<8 {
                var broken = sealed
                broken[place] ^= 1 << bit
                #expect(throws: SealingError.self, "byte \(place)") { try sealer.open(broken, for: record) }
            }
        }
    }

    @Test("A cut or lengthened value is refused")
    func wrongLength() throws {
        let sealer = Sealer(key)
        let sealed = try sealer.seal(Secret("value"), for: record)
        for count in 0..<sealed.count {
            #expect(throws: SealingError.self) { try sealer.open(Array(sealed.prefix(count)), for: record) }
        }
        #expect(throws: SealingError.notAuthentic) { try sealer.open(sealed + [0], for: record) }
    }

    @Test("Two sealed values can't be put together to a third")
    func spliced() throws {
        let sealer = Sealer(key)
        let one = try sealer.seal(Secret("one"), for: record)
        let two = try sealer.seal(Secret("two"), for: record)
        #expect(throws: SealingError.notAuthentic) { try sealer.open(Array(one[..<69] + two[69...]), for: record) }
    }

    @Test("A value under another master key names that key")
    func unknownKey() throws {
        let sealed = try Sealer(key).seal(Secret("value"), for: record)
        #expect(throws: SealingError.unknownKey(id: key.id)) {
            try Sealer(.generate()).open(sealed, for: record)
        }
    }

    @Test("After a change of the master key old values open, and are wrapped anew once")
    func rotation() throws {
        let later = MasterKey.generate()
        let old = try Sealer(key).seal(Secret("value"), for: record)
        let both = Sealer(later, earlier: [key])
        #expect(text(try both.open(old, for: record)) == "value")
        let new = try #require(try both.rewrap(old, for: record))
        #expect(text(try Sealer(later).open(new, for: record)) == "value")
        #expect(try both.rewrap(new, for: record) == nil)
        #expect(throws: SealingError.self) { try both.rewrap(old, for: SealedRecord(kind: "a", id: "b")) }
    }

    @Test("A value sealed by format 1 of an earlier program still opens")
    func formatOne() throws {
        let key = try #require(MasterKey(Secret(Array(0..<32))))
        #expect(key.id == "9c1726584c1d4893")
        let sealed = try #require(Self.bytes(Self.sealedByFormatOne))
        #expect(text(try Sealer(key).open(sealed, for: SealedRecord(kind: "kind", id: "id"))) == "kept for ever")
    }

    // Made with another implementation of HKDF and AES-GCM.
    private static let sealedByFormatOne =
        "019c1726584c1d48930102030405060708090a0b0c2c0d3d2085fb9b18fce332d591e079c56f06330e04df0bc5d2aed3"
        + "000fcff87c357f1b634aaa61877c89fa942cc9cff915161718191a1b1c1d1e1f208bd562553309feddaeffd35e9d51e1"
        + "a2902e22bc2e5e3a9bca86f9576e"

    private static func bytes(_ hex: String) -> [UInt8]? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
