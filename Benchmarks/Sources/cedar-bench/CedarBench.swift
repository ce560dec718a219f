import CAllocations
import Cedar
import Foundation

/// Measures the engine on a folder of `policies.cedar`, `entities.json` and `requests.json`.
///
/// Prints one JSON object: times in nanoseconds, sizes in bytes, and the answers for comparison.
@main
struct CedarBench {
    static func main() throws {
        let folder = URL(filePath: CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ".")
        let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 3 : 3
        func source(_ name: String) throws -> SourceText {
            SourceText([UInt8](try Data(contentsOf: folder.appending(path: name))))
        }
        let text = try source("policies.cedar")
        let load = try (0..<3).map { _ in try time { _ = try PolicySet(parsing: text) } }.min() ?? 0
        let before = allocations_bytes()
        let policies = try PolicySet(parsing: text)
        let size = allocations_bytes() - before
        let entities = try Entities(json: try source("entities.json"))
        let requests = try Request.requests(json: try source("requests.json"))

        let indexed = measure(requests, rounds) { policies.authorize($0, entities) }
        let some = Array(requests.prefix(policies.count > 100 ? 100 : requests.count))
        let scanned = measure(some, 1) { policies.authorizeByScanning($0, entities) }
        let answers = requests.map { policies.authorize($0, entities).json }
        let result = JSONNode(
            .object([
                .init("load", .integer(load)),
                .init("bytesPerPolicy", .integer(size / max(1, policies.count))),
                .init("times", JSONNode(.array(indexed.map { .integer($0) }))),
                .init("scanned", JSONNode(.array(scanned.map { .integer($0) }))),
                .init("allocations", JSONNode(.array(allocations(requests, policies, entities).map { .integer($0) }))),
                .init("answers", JSONNode(.array(answers))),
            ])
        )
        print(result.text())
    }

    /// Nanoseconds that `body` takes.
    private static func time(_ body: () throws -> Void) rethrows -> Int {
        let start = nanoseconds()
        try body()
        return nanoseconds() - start
    }

    /// The time of each request in the round that was fastest for it, after one round to warm up.
    private static func measure(_ requests: [Request], _ rounds: Int, _ decide: (Request) -> Answer) -> [Int] {
        var allowed = 0
        var best = [Int](repeating: .max, count: requests.count)
        for round in 0...rounds {
            for (index, request) in requests.enumerated() {
                let start = nanoseconds()
                let answer = decide(request)
                let end = nanoseconds()
                if answer.decision == .allow { allowed += 1 }
                if round > 0 || rounds == 0 { best[index] = min(best[index], end - start) }
            }
        }
        precondition(allowed >= 0)
        return best
    }

    /// Allocations of each decision in the steady state.
    private static func allocations(_ requests: [Request], _ policies: PolicySet, _ entities: Entities) -> [Int] {
        var counts = [Int](repeating: 0, count: requests.count)
        for (index, request) in requests.enumerated() {
            let start = allocations_count()
            let answer = policies.authorize(request, entities)
            counts[index] = allocations_count() - start
            withExtendedLifetime(answer) {}
        }
        return counts
    }

    private static func nanoseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
}

extension Answer {
    /// Decision, reasons and the policies that failed.
    fileprivate var json: JSONNode {
        func ids(_ ids: [PolicyID]) -> JSONNode { JSONNode(.array(ids.map { JSONNode(.string($0.text)) })) }
        return JSONNode(.array([JSONNode(.string(Text(decision.rawValue))), ids(reasons), ids(errors.map(\.policy))]))
    }
}

extension JSONNode {
    fileprivate static func integer(_ value: Int) -> JSONNode { JSONNode(.integer(Int64(value))) }
}
