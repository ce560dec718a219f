import Foundation
import Testing

@testable import Cedar

/// Texts that are made to exhaust stack or time.
struct RobustnessTests {
    /// Frames of a debug build are about four times as large as those of a release build.
    #if DEBUG
    private static let stackSize = 4 * 512 * 1_024
    #else
    private static let stackSize = 512 * 1_024
    #endif

    /// Runs `body` on a thread with a small stack.
    private func onSmallStack(_ body: @escaping @Sendable () -> Bool) -> Bool {
        let done = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var result = false  // SAFETY: written before the signal, read after the wait.
        let thread = Thread {
            result = body()
            done.signal()
        }
        thread.stackSize = Self.stackSize
        thread.start()
        done.wait()
        return result
    }

    private static func isRefused(_ condition: String) -> Bool {
        do {
            _ = try PolicySet(parsing: "permit(principal, action, resource) when { \(condition) };")
            return false
        } catch {
            return !error.diagnostics.isEmpty
        }
    }

    private static let bombs: [(String, String)] = [
        ("(", ""), ("[", ""), ("{a:", ""), ("!(", ""), ("-(", ""), ("if ", ""), ("if true then ", ""), ("a(", ""),
        ("ip(", ""), ("context[", ""), ("(", "true"), ("1 + ", "1"), ("context.a.", "a"), ("context.isEmpty().", "a"),
    ]

    @Test("A megabyte of one opening is refused on a small stack", arguments: bombs)
    func openings(opening: String, inner: String) {
        #expect(
            onSmallStack {
                Self.isRefused(String(repeating: opening, count: 1_000_000 / opening.utf8.count) + inner)
            }
        )
    }

    @Test("The deepest expressions that are taken can be compiled, evaluated, explained and printed on a small stack")
    func deepest() {
        let forms: [(String, String, String, Int)] = [
            ("(", "true", ")", Parser.nestingLimit - 2), ("[", "1", "]", Parser.nestingLimit - 2),
            ("{a: ", "1", "}", Parser.nestingLimit - 2), ("!(", "true", ")", Parser.nestingLimit - 2),
            ("if true then ", "true", " else false", Parser.nestingLimit - 2),
            ("", "context", ".a", Expression.heightLimit - 2), ("", "1", " + 1", Expression.heightLimit - 2),
            ("", "true", " && true", 100_000), ("", "false", " || false", 100_000),
        ]
        for (opening, inner, closing, count) in forms {
            #expect(
                onSmallStack {
                    let text =
                        String(repeating: opening, count: count) + inner + String(repeating: closing, count: count)
                    guard
                        let policies = try? PolicySet(parsing: "permit(principal, action, resource) when { \(text) };"),
                        let user = EntityUID("User::\"a\"")
                    else { return false }
                    let request = Request(principal: user, action: user, resource: user)
                    let answer = policies.authorize(request, Entities())
                    let explained = count > 1_000 ? nil : policies.explain(request, Entities(), covering: .all)
                    let printed = policies.policies[0].policy.description
                    return explained?.answer ?? answer == answer && (try? PolicySet(parsing: printed)) != nil
                },
                "\(opening)\(inner)\(closing)"
            )
        }
    }

    @Test("100,000 annotations, 10,000 conditions and a long list of actions are read")
    func wide() throws {
        let annotations = (0..<100_000).map { "@a\($0)(\"x\")" }.joined(separator: " ")
        #expect(
            try PolicySet(parsing: annotations + " permit(principal, action, resource);").policies[0].policy.annotations
                .count == 100_000
        )
        let conditions = String(repeating: " when { true }", count: 10_000)
        #expect(try PolicySet(parsing: "permit(principal, action, resource)\(conditions);").count == 1)
        let actions = (0..<20_000).map { "Action::\"\($0)\"" }.joined(separator: ",")
        #expect(try PolicySet(parsing: "permit(principal, action in [\(actions)], resource);").count == 1)
    }

    @Test("A text full of errors is given up after the limit")
    func manyErrors() {
        let text = String(repeating: "permit(x);\n", count: 100_000)
        let errors = #expect(throws: SyntaxErrors.self) { try PolicySet(parsing: text) }
        #expect(errors?.diagnostics.count == SyntaxErrors.limit)
    }

    @Test("Unclosed strings, lone quotes and bytes of all kinds are refused")
    func bytes() {
        let cases: [[UInt8]] = [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], Array("permit(\"".utf8), [0], [0x22],
            Array(repeating: 0x22, count: 100_001), Array(repeating: 0x5C, count: 100_000),
            Array(repeating: 0x40, count: 100_000),
        ]
        for bytes in cases {
            #expect(throws: SyntaxErrors.self) { try PolicySet(parsing: SourceText(bytes)) }
        }
    }

    @Test("Mutated policies are read or refused, never more", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let texts = AcceptanceCases.accepted.filter { $0.utf8.count < 300 }
        let others = texts + AcceptanceCases.rejected
        var isRead = 0
        for _ in 0..<1_500 {
            var bytes = Array(random.pick(texts).utf8)
            for _ in 0...random.next(3) {
                let place = random.next(max(1, bytes.count))
                guard place < bytes.count else { break }
                switch random.next(6) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(UInt8(32 + random.next(95)), at: place)
                case 2: bytes[place] = UInt8(random.next(256))
                case 3: bytes.insert(contentsOf: Array(random.pick(others).utf8.prefix(20)), at: place)
                case 4: bytes[place] = random.pick(bytes)
                default: bytes.insert(contentsOf: bytes[place...].prefix(15), at: random.next(bytes.count))
                }
            }
            guard let policies = try? PolicySet(parsing: SourceText(bytes)) else { continue }
            isRead += 1
            for item in policies.policies + policies.templates {
                let again = try? Parser.policies(in: SourceText(item.policy.description))
                #expect(again == [item.policy], "\(bytes)")
            }
        }
        print("mutations: seed \(seed), 1500 texts, \(isRead) read")
        #expect(isRead > 40)
    }
}
