import Domain
import Sealing
import Testing

struct FingerprinterTests {
    @Test("Equal secrets have equal fingerprints in one installation and other ones in another")
    func keyed() {
        let key = MasterKey.generate()
        let here = Fingerprinter(key)
        #expect(here.fingerprint(of: Secret("a")) == Fingerprinter(key).fingerprint(of: Secret("a")))
        #expect(here.fingerprint(of: Secret("a")) != here.fingerprint(of: Secret("b")))
        #expect(here.fingerprint(of: Secret("a")) != Fingerprinter(.generate()).fingerprint(of: Secret("a")))
        #expect(here.fingerprint(of: Secret("a")).hex.count == 64)
    }

    // Computed with another implementation: HKDF-SHA-256 without salt, info `penstock/1/fingerprint`, then HMAC.
    @Test("A fingerprint is the HMAC that the documentation says")
    func known() throws {
        let key = try #require(MasterKey(Secret(Array(0..<32))))
        #expect(
            Fingerprinter(key).fingerprint(of: Secret("hunter2"))
                .hex == "04deaae37a15c86f709330526cb39e5521da5ccd4708702ff9f9786d68a81b19"
        )
    }

    @Test("A master key of another length is none")
    func length() {
        #expect(MasterKey(Secret([UInt8](repeating: 0, count: 31))) == nil)
        #expect(MasterKey(Secret([UInt8](repeating: 0, count: 33))) == nil)
    }
}
