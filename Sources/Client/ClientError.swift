import Domain
package import Wire

/// Why a call did not succeed.
package enum ClientError: Error, Sendable, CustomStringConvertible {
    /// The server answered with a problem.
    case refused(Problem)
    /// There is nobody to ask.
    case unreachable(base: String, cause: String)
    /// The server was reached; whether it carried the request out is not known.
    case interrupted(base: String, cause: String)
    /// A failure without a problem, as something between here and the server answers.
    case unexpected(status: Int)
    case unreadable(cause: String)
    case tooLong

    package var description: String {
        switch self {
        case .refused(let problem):
            var lines = [problem.detail]
            lines += (problem.fields ?? []).map { "  \($0.field): \($0.why)" }
            if let remedy = problem.remedy ?? problem.decision?.fix { lines.append("remedy: \(remedy)") }
            return lines.joined(separator: "\n")
        case .unreachable(let base, let cause):
            return """
                nothing answers at \(base) (\(cause))
                remedy: start it with `penstock serve`, or name a store with --store
                """
        case .interrupted(let base, let cause):
            return """
                \(base) did not answer to the end (\(cause)), and what was asked may have happened
                remedy: look with `penstock log` before asking again
                """
        case .unexpected(let status):
            return """
                the answer has status \(status) and does not say why
                remedy: check that the address is that of Penstock, not of something before it
                """
        case .unreadable(let cause):
            return """
                the server's answer cannot be read: \(cause)
                remedy: use the same version of penstock on both sides
                """
        case .tooLong:
            return "the server's answer is longer than 256 MiB\nremedy: ask for less with a filter or --limit"
        }
    }
}
