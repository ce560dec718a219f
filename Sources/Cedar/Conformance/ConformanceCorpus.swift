/// A folder of tests of the reference implementation, and how this engine does on them.
///
/// A test `X` is `X.json`, which names the files with policies, schema and entities and lists requests with the expected
/// decision, reasons and errors. Verdicts of the validator may stand in a folder beside, named like the folder of the
/// test with `-validation` behind it, as `X.validation.json`.
///
/// Source: the integration test corpus of Cedar, `corpus-tests`.
public struct ConformanceCorpus {
    /// The tests by their paths, sorted.
    public let tests: [String]

    private let read: (String) -> [UInt8]?

    /// A corpus in a folder that is reached through `read`.
    ///
    /// - Parameters:
    ///   - files: The paths of all files in the folder and those below, relative to it, with slashes.
    ///   - read: The contents of a file by such a path, which may begin with `../`; nil when there is none.
    public init(files: [String], read: @escaping (String) -> [UInt8]?) {
        self.read = read
        let others = [".entities.json", ".cedarschema.json", ".validation.json", "/entities.json"]
        tests = files.filter { file in
            file.hasSuffix(".json") && file != "entities.json" && !others.contains(where: file.hasSuffix)
        }
        .sorted()
    }

    /// Runs all tests, in order; `progress` is called after each with the number done.
    public func run(progress: (Int) -> Void = { _ in }) -> ConformanceReport {
        var report = ConformanceReport()
        for (index, test) in tests.enumerated() {
            run(test, &report)
            progress(index + 1)
        }
        return report
    }

    /// Runs one test and adds what came out to `report`.
    public func run(_ test: String, _ report: inout ConformanceReport) {
        guard let bytes = read(test) else {
            report.add(ConformanceReport.Mismatch(test, "file", "cannot be read"))
            return
        }
        let source = SourceText(bytes)
        do {
            let node = try JSONReader.read(source)
            guard let requests = node["requests"]?.array else { return }
            report.tests += 1
            var runner = ConformanceTest(test, node, source, verdict: try verdict(of: test))
            try runner.load { kind in try file(node, kind, of: test) }
            runner.run(requests, &report)
        } catch {
            report.add(ConformanceReport.Mismatch(test, "file", "\(error)"))
        }
    }

    private func verdict(of test: String) throws -> JSONNode? {
        let (folder, name) = Self.split(test)
        let stem = name.dropLast(".json".count)
        // The last part of the folder is not known when the test stands in the corpus folder itself.
        let path = folder.isEmpty ? "../corpus-tests-validation/" : "\(folder.dropLast())-validation/"
        guard let bytes = read("\(path)\(stem).validation.json") else { return nil }
        return try JSONReader.read(SourceText(bytes))
    }

    /// The file that the test names: beside it, or as the path says from a folder above.
    private func file(_ node: JSONNode, _ kind: Text, of test: String) throws(ConformanceFailure) -> [UInt8] {
        guard let path = node[kind]?.string?.string else { throw ConformanceFailure(message: "`\(kind)` is missing") }
        let beside = Self.split(test).folder + Self.split(path).name
        for candidate in [beside, "../" + path, path, "../../" + path] {
            if let bytes = read(candidate) { return bytes }
        }
        throw ConformanceFailure(message: "`\(path)` cannot be read")
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
    }
}

/// Why a test cannot be run.
struct ConformanceFailure: Error, CustomStringConvertible {
    let message: String

    var description: String { message }
}
