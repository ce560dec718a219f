package import Domain
import Findings
import SQLEngine
import Store
import Synchronization

extension ControlPlane {
    /// Findings that pass a filter, worst first.
    package func findings(_ filter: FindingFilter, by caller: Caller) async throws -> [Finding] {
        try require(.view, by: caller)
        let text = filter.text?.lowercased()
        let hides = try viewFilter(for: caller)
        return try await currentFindings().filter { finding in
            !(ID<Identity>(finding.subject.id).map(hides) ?? false)
                && (filter.rules.isEmpty || filter.rules.contains(finding.rule)) && finding.severity >= filter.atLeast
                && (filter.subject == nil || filter.subject == finding.subject.id)
                && (text.map { finding.subject.name.lowercased().contains($0) || finding.rule.contains($0) } ?? true)
        }
    }

    /// All findings on the present state; computed anew when the world or the minute has changed.
    func currentFindings() async throws -> [Finding] {
        let key = FindingsCache.Key(epoch: world.epoch, minute: now().seconds / 60)
        if let known = findingsCache.findings(for: key) { return known }
        let moment = now()
        let (inventory, exceptions) = try await database.read { [estates] connection in
            (
                try Inventory(estates, in: connection, at: moment),
                try RiskExceptionTable.active(in: connection).filter {
                    try ExceptionEffect.refusal(of: $0, at: moment, in: connection) == nil
                }
            )
        }
        let accepting = Dictionary(grouping: exceptions, by: \.rule)
        let findings = Rules.findings(in: inventory).map { finding in
            guard let exception = accepting[finding.rule]?.first(where: { $0.accepts(finding, at: moment) }) else {
                return finding
            }
            var accepted = finding
            accepted.accepted = Finding.Acceptance(exception: exception.id, until: exception.ends)
            return accepted
        }
        findingsCache.keep(findings, for: key)
        return findings
    }

    func findingsBySubject() async throws -> [String: [Finding]] {
        Dictionary(grouping: try await currentFindings(), by: \.subject.id)
    }
}

/// The findings last computed.
package final class FindingsCache: Sendable {
    struct Key: Hashable {
        var epoch: Int64
        var minute: Int64
    }

    private let last = Mutex<(key: Key, findings: [Finding])?>(nil)

    package init() {}

    func findings(for key: Key) -> [Finding]? {
        last.withLock { $0.flatMap { $0.key == key ? $0.findings : nil } }
    }

    func keep(_ findings: [Finding], for key: Key) {
        last.withLock { $0 = (key, findings) }
    }
}

extension Inventory {
    fileprivate init(_ estates: EstateCache, in connection: some Connection, at now: Instant) throws {
        var identities: [Identity] = []
        try IdentityTable.forEach(in: connection) { identities.append($0) }
        self.init(
            places: try estates.places(in: connection),
            identities: identities,
            users: try UserTable.all(in: connection),
            now: now,
        )
        systems = try SystemTable.all(in: connection)
        grants = try GrantTable.openOrFuture(at: now, in: connection).filter { $0.isOpen(at: now) }
        vendors = try VendorTable.all(in: connection)
        handovers = try HandoverTable.all(in: connection)
        let terms = try TermsTable.find(in: connection).breakGlass
        emergencies = Emergencies(
            breakGlasses: try BreakGlassTable.opened(since: now - .days(Int64(terms.repeatDays)), in: connection),
            missedEnvelopes: try EnvelopeTable.all(state: .missed, in: connection),
            repeats: terms.repeats,
            days: terms.repeatDays,
        )
    }
}
