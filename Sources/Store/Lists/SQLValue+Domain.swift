package import Domain
package import SQLEngine

// How the nouns of Domain stand in a column: ids and enumerations as text, instants as microseconds.

extension ID: SQLValue {
    package static var sqlType: SQLType { .text }

    package var datum: SQLDatum { .text(text) }

    package init?(datum: SQLDatum) {
        guard case .text(let text) = datum else { return nil }
        self.init(text)
    }
}

extension Instant: SQLValue {
    package static var sqlType: SQLType { .integer }

    package var datum: SQLDatum { .integer(microseconds) }

    package init?(datum: SQLDatum) {
        guard case .integer(let microseconds) = datum else { return nil }
        self.init(microseconds: microseconds)
    }
}

extension Identity.Kind: SQLValue {}
extension Identity.Level: SQLValue {}
extension LevelSetting.Subject.Kind: SQLValue {}
extension IdentityClass: SQLValue {}
extension LifecycleState: SQLValue {}
extension ActionClass: SQLValue {}
extension AccessDecision.Verdict: SQLValue {}
extension Lease.Kind: SQLValue {}
extension SourceDescription.Kind: SQLValue {}
extension User.Status: SQLValue {}
extension PolicyVersion.State: SQLValue {}
extension Pattern: SQLValue {}
extension Suspension: SQLValue {}
extension Handover.Cause: SQLValue {}
extension Direction: SQLValue {}
extension Occasion: SQLValue {}
extension ChangeRequest.Kind: SQLValue {}
extension ChangeRequest.State: SQLValue {}
extension Approval.Decision: SQLValue {}
extension Seat: SQLValue {}

extension ResourcePath: SQLValue {
    package static var sqlType: SQLType { .text }

    package var datum: SQLDatum { .text(description) }

    package init?(datum: SQLDatum) {
        guard case .text(let text) = datum else { return nil }
        self.init(text)
    }
}

extension Fingerprint: SQLValue {
    package static var sqlType: SQLType { .text }

    package var datum: SQLDatum { .text(hex) }

    package init?(datum: SQLDatum) {
        guard case .text(let text) = datum else { return nil }
        self.init(hex: text)
    }
}
