import CCrash
import Cedar
import Foundation

/// Feeds damaged texts of a folder to the readers of the engine: `cedar-mutate FOLDER [SECONDS [SEED]]`.
///
/// Runs on a stack of 512 KiB, as tasks do. A crash or an input that takes longer than 20 s is kept in `cedar-mutate.input`;
/// what is read but printed wrong is kept there too. The input that took longest is kept in `cedar-mutate.slowest`.
@main
enum CedarMutate {
    static func main() {
        // Debug builds need more stack than the readers were made for.
        guard crash_run(512 * 1024, { @Sendable in CedarMutate.run() }) == 0 else {
            fatalError("no thread can be started")
        }
    }

    private static func run() {
        let arguments = CommandLine.arguments
        let seconds = arguments.count > 2 ? Double(arguments[2]) ?? 600 : 600
        let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : UInt64(Date().timeIntervalSince1970)
        let texts = texts(in: arguments.count > 1 ? arguments[1] : ".")
        var mutator = Mutator(seed: seed)
        print("seed \(seed), \(texts.reduce(0) { $0 + $1.texts.count }) texts")
        crash_watch("cedar-mutate.input", 20)
        let end = Date().addingTimeInterval(seconds)
        var counts: [Reader: (read: Int, tried: Int)] = [:]
        var slowest = 0.0
        var broken = 0
        while Date() < end {
            let (reader, candidates) = texts[mutator.below(texts.count)]
            let other = candidates[mutator.below(candidates.count)]
            let input = mutator.mutated(candidates[mutator.below(candidates.count)], other)
            let start = clock()
            do {
                let isRead = try input.withUnsafeBufferPointer { bytes throws(Broken) in
                    crash_input(bytes.baseAddress, bytes.count)
                    return try reader.read(input)
                }
                counts[reader, default: (0, 0)].tried += 1
                if isRead { counts[reader, default: (0, 0)].read += 1 }
            } catch {
                broken += 1
                _ = FileManager.default.createFile(atPath: "cedar-mutate.input", contents: Data(input))
                if broken <= 20 {
                    print("\(reader.rawValue): \(error.message):\n\(String(decoding: input, as: UTF8.self))")
                }
            }
            let taken = Double(clock() - start) / Double(CLOCKS_PER_SEC)
            if taken > slowest {
                slowest = taken
                _ = FileManager.default.createFile(atPath: "cedar-mutate.slowest", contents: Data(input))
            }
        }
        for reader in Reader.allCases {
            let count = counts[reader] ?? (0, 0)
            print("\(reader.rawValue): \(count.tried) texts, \(count.read) of them read")
        }
        print("no crash, no hang; slowest \(Int(slowest * 1000)) ms; \(broken) printed wrong")
        if broken > 0 { exit(1) }
    }

    /// The texts of about 5000 files, by the reader that they are for.
    private static func texts(in folder: String) -> [(reader: Reader, texts: [[UInt8]])] {
        let texts = Dictionary(grouping: allTexts(in: folder), by: \.reader)
        return Reader.allCases.compactMap { reader in texts[reader].map { (reader, $0.map(\.text)) } }
    }

    private static func allTexts(in folder: String) -> [(reader: Reader, text: [UInt8])] {
        var texts: [(reader: Reader, text: [UInt8])] = []
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.sorted() ?? []
        for index in stride(from: 0, to: files.count, by: max(1, files.count / 10_000 * 2 + 1)) {
            let file = files[index]
            guard let reader = reader(of: file), let data = FileManager.default.contents(atPath: folder + "/" + file),
                data.count < 100_000
            else { continue }
            if reader == .requests {
                let requests = (try? JSONReader.read(SourceText([UInt8](data))))?["requests"]
                texts.append((.requests, Array((requests?.text() ?? "[]").utf8)))
            } else {
                texts.append((reader, [UInt8](data)))
            }
            guard reader == .policies, let policies = try? PolicySet(parsing: SourceText([UInt8](data))) else {
                continue
            }
            texts.append((.policyJSON, Array(policies.json.text().utf8)))
            for item in policies.policies + policies.templates {
                for condition in item.policy.conditions {
                    texts.append((.expression, Array(condition.body.description.utf8)))
                }
            }
        }
        return texts
    }

    private static func reader(of file: String) -> Reader? {
        if file.hasSuffix(".cedar") { return .policies }
        if file.hasSuffix(".cedarschema") { return .schema }
        if file.hasSuffix(".cedarschema.json") { return .schemaJSON }
        if file.hasSuffix("entities.json") { return .entities }
        if file.hasSuffix(".validation.json") { return nil }
        return file.hasSuffix(".json") ? .requests : nil
    }
}
