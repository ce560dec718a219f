/// What to do with a decision, given how strictly its identity is governed.
package enum Enforcement: String, Sendable, Hashable, Codable {
    /// The decision allows: let the request through.
    case allow
    /// Refuse it.
    case refuse
    /// Let it through, say to the caller that it would be refused, and record that.
    case warn
    /// Let it through and record that it would be refused.
    case observe
}
