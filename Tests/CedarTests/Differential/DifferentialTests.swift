import Foundation
import Testing

struct DifferentialTests {
    @Test(
        "2,000 random requests are read, judged and decided as the reference does",
        .enabled(if: ReferenceEngine.isAvailable, "needs the program and PyPI cedarpy")
    )
    func random() throws {
        let seed = "\(UInt32.random(in: 1..<1_000_000))"
        let (status, output) = try ReferenceEngine.run("fuzz", ["--requests", "2000", "--seed", seed, "--show", "3"])
        print(output)
        #expect(status == 0, "run again with Benchmarks/fuzz --requests 2000 --seed \(seed)")
        #expect(output.contains("sets that differ: 0"))
    }
}
