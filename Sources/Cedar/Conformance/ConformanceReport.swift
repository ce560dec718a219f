/// How many answers of a corpus agree with the reference's.
public struct ConformanceReport: Sendable {
    /// Tests that were run.
    public var tests = 0

    /// Requests that were decided.
    public var requests = 0

    /// Requests whose decision is the same.
    public var decisions = 0

    /// Requests with the same determining policies.
    public var reasons = 0

    /// Requests with the same failing policies.
    public var errors = 0

    /// Verdicts on policies, entities and requests that the corpus gives.
    public var verdicts = 0

    /// Verdicts that are the same.
    public var agreedVerdicts = 0

    /// How many answers differ.
    public private(set) var mismatchCount = 0

    /// The first thousand that differ.
    public private(set) var mismatches: [Mismatch] = []

    /// A report of nothing.
    public init() {}

    /// Whether something was run and everything agrees.
    public var isConformant: Bool { tests > 0 && mismatchCount == 0 }

    /// One answer that differs.
    public struct Mismatch: Sendable, Hashable, CustomStringConvertible {
        /// The test, by its path.
        public let test: String

        /// What was asked: `decision of request 3`, `policy verdict (strict)`.
        public let subject: String

        /// Both answers.
        public let message: String

        init(_ test: String, _ subject: String, _ message: String) {
            self.test = test
            self.subject = subject
            self.message = message
        }

        /// All on one line.
        public var description: String { "\(test): \(subject): \(message)" }
    }

    mutating func add(_ mismatch: Mismatch) {
        mismatchCount += 1
        if mismatches.count < 1000 { mismatches.append(mismatch) }
    }
}

extension ConformanceReport: CustomStringConvertible {
    /// The figures on one line each.
    public var description: String {
        """
        tests     \(tests)
        requests  \(requests)
        decision  \(decisions)/\(requests)
        reasons   \(reasons)/\(requests)
        errors    \(errors)/\(requests)
        verdicts  \(agreedVerdicts)/\(verdicts)
        """
    }
}
