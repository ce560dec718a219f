import Foundation
package import Testing

/// Expects `actual` to be the content of `Golden/NAME` beside the calling test file.
///
/// With `PENSTOCK_GOLDEN=write` in the environment the file is written instead, to be read in the diff.
package func expectGolden(
    _ actual: String,
    named name: String,
    testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation,
) throws {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PENSTOCK_GOLDEN"] == "write" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(actual.utf8).write(to: file)
        return
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
        Issue.record("there is no golden file `\(name)`: run `make golden`", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard Array(expected.utf8) != Array(actual.utf8) else { return }
    Issue.record(
        "`\(name)` differs from its golden file \(firstDifference(expected, actual)); if that is right, `make golden`",
        sourceLocation: sourceLocation,
    )
}

private func firstDifference(_ expected: String, _ actual: String) -> String {
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(expectedLines, actualLines).prefix { Array($0.utf8) == Array($1.utf8) }.count
    let wanted = same < expectedLines.count ? "`\(expectedLines[same])`" : "the end"
    let found = same < actualLines.count ? "`\(actualLines[same])`" : "the end"
    return "in line \(same + 1): expected \(wanted), found \(found)"
}
