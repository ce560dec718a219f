package import Domain
import SQLEngine
import Store

/// What somebody wants to have accepted.
package struct ExceptionOrder: Sendable, Hashable {
    /// Id of the finding.
    package var finding: String
    /// What its controls are to hold for; nil for the identities that the finding is about.
    package var identities: [String]?
    /// Who answers for it; nil for the caller.
    package var owner: String?
    package var reason: String
    package var ends: Instant
    package var controls: [CompensatingControl]
    package var template: ExceptionTemplate?
    package var plan: String?

    package init(
        finding: String,
        identities: [String]? = nil,
        owner: String? = nil,
        reason: String,
        ends: Instant,
        controls: [CompensatingControl],
        template: ExceptionTemplate? = nil,
        plan: String? = nil,
    ) {
        self.finding = finding
        self.identities = identities
        self.owner = owner
        self.reason = reason
        self.ends = ends
        self.controls = controls
        self.template = template
        self.plan = plan
    }
}

extension ExceptionOrder {
    /// - Throws: `.invalid` with everything that is wrong with it.
    func check(_ rule: String, _ terms: GovernanceTerms.ExceptionTerms, at now: Instant) throws {
        var wrong: [MissingField] = []
        let furthest = now + .days(Int64(terms.longestDays))
        if ends <= now { wrong.append(MissingField("ends", why: "must lie in the future")) }
        if ends > furthest { wrong.append(MissingField("ends", why: "at most \(furthest.date)")) }
        if reason.isBlank || reason.utf8.count > 4000 {
            wrong.append(MissingField("reason", why: "why the risk is worth it, at most 4000 bytes"))
        }
        if controls.count < terms.leastControls || controls.count > 20 {
            wrong.append(MissingField("controls", why: "\(terms.leastControls) to 20 compensating controls"))
        }
        for control in controls {
            if let problem = control.problem {
                wrong.append(MissingField(control.kind.rawValue, why: problem))
            } else if CompensatingControl(control.text) != control || control.text.contains("\n") {
                wrong.append(MissingField(control.kind.rawValue, why: "names without `+` and line ends"))
            }
        }
        for template in Set([template, ExceptionTemplate(requiredBy: rule)].compactMap(\.self)) {
            for kind in template.controls where !controls.contains(where: { $0.kind == kind }) {
                wrong.append(MissingField(kind.rawValue, why: "needed for \(template.title)"))
            }
            if (plan ?? "").isBlank || (plan ?? "").utf8.count > 4000 {
                wrong.append(MissingField("plan", why: template.question))
            }
        }
        guard wrong.isEmpty else { throw Failure(.invalid, "the exception cannot be proposed", fields: wrong) }
    }
}

extension ControlPlane {
    /// Asks to have a finding accepted for a time; it holds once those whom policy names have accepted it.
    ///
    /// - Throws: `.invalid` for an end that is past or further than the terms allow, without an owner or reason, or with
    ///   fewer controls than the terms or the template ask for; `.notFound` when there is no such finding.
    package func proposeException(_ order: ExceptionOrder, by caller: Caller) async throws -> RiskException {
        let request = try await openRequest(NewRequest(order), by: caller)
        return try await database.read { connection in
            guard let exception = RiskException(request) else {
                throw Failure(.conflict, "request `\(request.id)` asks for no exception")
            }
            return try Self.exception(exception.id, in: connection)
        }
    }

    static func identities(
        of order: ExceptionOrder,
        _ finding: Finding,
        in connection: some Connection,
    ) throws -> [Identity] {
        if let references = order.identities, !references.isEmpty {
            return try references.map { try find($0, in: connection) }
        }
        if let id = ID<Identity>(finding.subject.id), let identity = try IdentityTable.find(id, in: connection) {
            return [identity]
        }
        let (members, _) = try sharing(finding, in: connection)
        let identities = members.compactMap(\.identity)
        guard !identities.isEmpty else {
            throw Failure(
                .invalid,
                "nothing that is governed is behind this finding",
                fields: [MissingField("identities", why: "name the identities that the controls are to hold for")],
            )
        }
        return identities
    }

    func finding(_ id: String) async throws -> Finding {
        guard let finding = try await currentFindings().first(where: { $0.id == id }) else {
            throw Failure(.notFound, "there is no finding `\(id.prefix(80))`", remedy: "`penstock findings` lists them")
        }
        return finding
    }
}

extension RiskException {
    var about: Event.Subject {
        identities.count == 1
            ? Event.Subject(kind: "identity", id: identities[0].text, name: subject.name)
            : Event.Subject(kind: "exception", id: id.text, name: subject.name)
    }

    var detail: [String: String] {
        [
            "exception": id.text, "rule": rule, "ends": ends.text, "reason": reason,
            "controls": controls.map(\.kind.rawValue).joined(separator: ", "), "template": template?.rawValue ?? "",
        ]
    }
}
