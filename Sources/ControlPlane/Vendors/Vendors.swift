package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// How much depends on each vendor, the most first; also on those that nobody wrote down.
    package func vendors(by caller: Caller) async throws -> [VendorConcentration] {
        try require(.view, by: caller)
        return try await database.read { try Self.concentration(in: $0) }
    }

    /// Writes down who answers for a vendor and when its contract ends; its review is scheduled by that.
    package func putVendor(_ vendor: Vendor, by caller: Caller) async throws -> Vendor {
        try require(.administer, by: caller)
        guard !vendor.name.isBlank, vendor.name.utf8.count <= 200, (vendor.stopContact ?? "").utf8.count <= 500 else {
            throw Failure(.invalid, "a vendor needs a name", fields: [MissingField("name", why: "1 to 200 bytes")])
        }
        if let begins = vendor.contractBegins, let ends = vendor.contractEnds, ends <= begins {
            throw Failure(
                .invalid,
                "the contract ends before it begins",
                fields: [MissingField("contractEnds", why: "after \(begins.date)")],
            )
        }
        return try await change(by: caller) { change in
            let old = try VendorTable.find(vendor.name, in: change.connection)
            for owner in [vendor.runtimeOwner, vendor.dataOwner].compactMap(\.self) {
                let person = try Self.person(owner.text, field: "owner", in: change.connection)
                guard person.status == .active else {
                    throw Failure(
                        .invalid,
                        "`\(person.email)` is \(person.status.rawValue)",
                        fields: [MissingField("owner", why: "must be active")]
                    )
                }
            }
            try VendorTable.put(vendor, at: change.now, in: change.connection)
            try change.scheduleReview(of: vendor)
            change.record(
                old == nil ? .vendorAdded : .vendorChanged,
                vendor.subject,
                changes: [
                    Event.Change("runtimeOwner", before: old?.runtimeOwner?.text, after: vendor.runtimeOwner?.text),
                    Event.Change("dataOwner", before: old?.dataOwner?.text, after: vendor.dataOwner?.text),
                    Event.Change("contractEnds", before: old?.contractEnds?.text, after: vendor.contractEnds?.text),
                    Event.Change("stopContact", before: old?.stopContact, after: vendor.stopContact),
                ].filter { $0.before != $0.after },
            )
            return vendor
        }
    }

    /// Opens the review of what a vendor runs before its contract renews.
    func vendorReview(_ job: Job) async throws -> JobEffect {
        let evidence = try await evidenceOfAll()
        return { change in
            guard let vendor = try VendorTable.find(job.key, in: change.connection), let ends = vendor.contractEnds,
                ends > change.now
            else { return nil }
            let identities = try Self.reviewable(in: change.connection).filter { $0.vendor == vendor.name }
            let line = "the contract with \(vendor.name) ends on \(ends.date)"
            let title = "\(ReviewCampaign.Cause.vendorContract.title): \(vendor.name)"
            let lines = Dictionary(identities.map { ($0.id, [line]) }, uniquingKeysWith: { first, _ in first })
            let campaign = try change.openReview(
                .vendorContract,
                title,
                of: identities,
                changes: lines,
                evidence: evidence,
            )
            try change.tell(
                [vendor.runtimeOwner, vendor.dataOwner],
                .reviewOpened,
                campaign?.subject ?? vendor.subject,
                line
            )
            return nil
        }
    }

    private static func concentration(in connection: some Connection) throws -> [VendorConcentration] {
        var identities: [String: [Identity]] = [:]
        var total = 0
        try IdentityTable.forEach(in: connection) { identity in
            guard identity.state != .retired else { return }
            total += 1
            if let vendor = identity.vendor { identities[vendor, default: []].append(identity) }
        }
        let systems = Dictionary(grouping: try SystemTable.all(in: connection), by: { $0.vendor ?? "" })
        let written = Dictionary(
            try VendorTable.all(in: connection).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first },
        )
        let names = Set(identities.keys).union(systems.keys).union(written.keys).subtracting([""])
        return names.map { name in
            let theirs = identities[name] ?? []
            let its = systems[name] ?? []
            return VendorConcentration(
                vendor: written[name] ?? Vendor(name: name),
                identities: theirs.count,
                privileged: theirs.count { $0.classification.identityClass == .privileged },
                systems: its.count,
                functions: Set(theirs.compactMap(\.function) + its.compactMap(\.function)).sorted(),
                environments: Set(theirs.compactMap(\.environment) + its.map(\.environment)).sorted(),
                share: total == 0 ? 0 : Double(theirs.count) / Double(total),
            )
        }.sorted { ($1.identities, $0.vendor.name) < ($0.identities, $1.vendor.name) }
    }
}

extension Change {
    /// Sets the review of a vendor so many days before its contract ends as the terms say; at once when that has passed.
    fileprivate func scheduleReview(of vendor: Vendor) throws {
        guard let ends = vendor.contractEnds, ends > now else {
            try JobTable.remove(.reviewVendor, vendor.name, in: connection)
            return
        }
        let notice = try TermsTable.find(in: connection).reviews.vendorNoticeDays
        try JobTable.put(.reviewVendor, vendor.name, at: max(now, ends - .days(Int64(notice))), in: connection)
    }
}

extension Vendor {
    var subject: Event.Subject { Event.Subject(kind: "vendor", id: name, name: name) }
}
