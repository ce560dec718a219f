package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Takes word of something that happened outside, and opens a review of every integration that it concerns.
    ///
    /// - Returns: The review; nil when it concerns nothing that is not under review already.
    package func takeOutsideEvent(_ event: OutsideEvent, by caller: Caller) async throws -> ReviewCampaign? {
        try require(.reportEvent, by: caller)
        let parts = [event.system, event.application, event.vendor, event.identity].compactMap(\.self)
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isBlank && $0.utf8.count <= 200 }) else {
            throw Failure(
                .invalid,
                "the event says of nothing what it concerns",
                fields: [
                    MissingField("system", why: "name a system, application, vendor or identity, at most 200 bytes")
                ],
            )
        }
        if let detail = event.detail, detail.utf8.count > 1000 {
            throw Failure(
                .invalid,
                "the detail is too long",
                fields: [MissingField("detail", why: "at most 1000 bytes")]
            )
        }
        let findings = try await findingsBySubject()
        return try await change(by: caller) { change in
            let identities = try change.concerned(by: event)
            let what = parts.joined(separator: ", ")
            change.record(
                .outsideEvent,
                Event.Subject(kind: "outside", id: event.type.rawValue, name: what),
                detail: ["detail": event.detail ?? "", "concerns": "\(identities.count)"],
            )
            guard !identities.isEmpty else { return nil }
            let line = ["\(event.type.rawValue) of \(what)", event.detail].compactMap(\.self).joined(separator: ": ")
            return try change.openReview(
                event.cause,
                "\(event.cause.title): \(what)",
                of: identities,
                changes: Dictionary(identities.map { ($0.id, [line]) }, uniquingKeysWith: { first, _ in first }),
                findings: findings,
            )
        }
    }
}

extension Change {
    fileprivate func concerned(by event: OutsideEvent) throws -> [Identity] {
        if let reference = event.identity { return [try ControlPlane.find(reference, in: connection)] }
        let systems = try SystemTable.all(in: connection)
        let named = Set(
            systems.filter { system in
                (event.system.map { $0 == system.name } ?? false)
                    || (event.application.map { $0 == system.name || $0 == system.function } ?? false)
                    || (event.vendor.map { $0 == system.vendor } ?? false)
            }.map(\.name)
        )
        let reaching = Set(
            try GrantTable.openOrFuture(at: now, in: connection).filter { named.contains($0.resource.system) }
                .map(\.identity)
        )
        return try ControlPlane.reviewable(in: connection).filter { identity in
            reaching.contains(identity.id) || !named.isDisjoint(with: identity.declaredReach)
                || (event.vendor.map { $0 == identity.vendor } ?? false)
                || (event.application.map { $0 == identity.function || $0 == identity.name } ?? false)
        }
    }
}
