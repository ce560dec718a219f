import Testing

@testable import YAML

@Suite struct YAMLNodeTests {
    @Test("A node knows its place")
    func place() {
        #expect(YAMLNode(.list([]), line: 3, column: 5).line == 3)
    }
}
