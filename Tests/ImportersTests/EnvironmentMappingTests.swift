import Importers
import Testing

struct EnvironmentMappingTests {
    @Test("A line maps a name to an environment; blanks, comments and quotes are understood")
    func lines() throws {
        let mapping = try EnvironmentMapping(
            """
            ---
            # who belongs where
            main: prod
              Payments team :  staging   # since May

            arn:aws:iam::1:role/x: blue
            "a: b \\"c\\" # d": "green # 1"
            "123456789012": production
            """
        )
        #expect(
            mapping.environments == [
                "main": "production", "Payments team": "staging", "arn:aws:iam::1:role/x": "blue",
                "a: b \"c\" # d": "green # 1", "123456789012": "production",
            ]
        )
    }

    @Test(
        "What cannot be read is refused with its line",
        arguments: [
            ("a: b\nc", 2), ("a: b\na: c", 2), (": x", 1), ("a: ", 1), ("\"a\" b", 1), ("\"a: b", 1),
            ("\"a\": \"b\" c", 1),
            ("\"a\\n\": b", 1), ("\"\": b", 1),
        ]
    )
    func refused(text: String, line: Int) {
        do {
            _ = try EnvironmentMapping(text)
            Issue.record("`\(text)` was read")
        } catch {
            #expect(error.line == line)
        }
    }
}
