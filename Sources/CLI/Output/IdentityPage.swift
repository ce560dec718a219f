import Domain
import Wire

/// One identity as a person reads it on a terminal.
struct IdentityPage {
    private let record: IdentityRecord
    private let now: Instant

    private var identity: Identity { record.identity }

    init(_ record: IdentityRecord, now: Instant) {
        self.record = record
        self.now = now
    }

    var text: String {
        var sheet = Sheet()
        sheet.title(identity.name)
        sheet.line(identity.id.text, .faint)
        who(&sheet)
        what(&sheet)
        untilWhen(&sheet)
        missing(&sheet)
        rights(&sheet)
        credentials(&sheet)
        trusts(&sheet)
        history(&sheet)
        grants(&sheet)
        leases(&sheet)
        clients(&sheet)
        findings(&sheet)
        stops(&sheet)
        events(&sheet)
        return sheet.text
    }

    private func who(_ sheet: inout Sheet) {
        sheet.section("who")
        sheet.entry("kind", identity.kind.rawValue)
        sheet.entry("state", identity.state.rawValue, identity.state.tint)
        let identityClass = identity.classification.identityClass
        sheet.entry("class", identityClass.rawValue, identityClass.tint)
        sheet.entry("", identity.classification.reasons)
        sheet.entry("policy", Self.meaning(identity.level))
        if let source = record.source {
            sheet.entry("source", "\(source.description.root) (\(source.description.format))")
        }
        if let workflow = record.workflow {
            let active = workflow.active.map { $0 ? "active" : "inactive" } ?? "activity unknown"
            sheet.entry("workflow", "\(workflow.path), \(active), \(counted(workflow.steps.count, "step"))")
            sheet.entry("started by", workflow.triggers.isEmpty ? ["nothing known"] : workflow.triggers.map(Self.words))
        }
        if let vanished = identity.vanished { sheet.entry("vanished", date(vanished), .red) }
        if let copy = identity.copyOf { sheet.entry("copy of", copy.text) }
        sheet.entry("owner", Self.words(record.owner), record.owner == nil ? .red : nil)
        if let handover = record.handover {
            let why = handover.cause == .disputed ? "disputed: \(handover.reason ?? "")" : "gone"
            sheet.entry("", "\(why), suspended on \(handover.suspends.date) unless an owner is registered", .red)
        }
        sheet.entry("technical owner", Self.words(record.technicalOwner), record.technicalOwner == nil ? .red : nil)
        sheet.entry("backup approver", Self.words(record.backupApprover), record.backupApprover == nil ? .red : nil)
    }

    private func what(_ sheet: inout Sheet) {
        sheet.section("what")
        sheet.entry("purpose", identity.purpose ?? "not stated", identity.purpose == nil ? .red : nil)
        sheet.entry("environment", identity.environment ?? "not stated", identity.environment == nil ? .red : nil)
        if let function = identity.function { sheet.entry("function", function) }
        if let vendor = identity.vendor { sheet.entry("vendor", vendor) }
        let behind = identity.reach.map(\.words)
        if !behind.isEmpty { sheet.entry("reaches", behind.joined(separator: ", ")) }
        let reach = identity.declaredReach
        sheet.entry("meant to reach", reach.isEmpty ? "nothing declared" : reach.joined(separator: ", "))
    }

    private func untilWhen(_ sheet: inout Sheet) {
        sheet.section("until when")
        func end(_ instant: Instant?) -> (String, Tint?) {
            guard let instant else { return ("no date", .red) }
            return (date(instant), instant <= now ? .red : nil)
        }
        let (expires, expiresTint) = end(identity.expires)
        let (renewal, renewalTint) = end(identity.renewal)
        sheet.entry("expires", expires, expiresTint)
        sheet.entry("renewal", renewal, renewalTint)
        if let approval = record.approval {
            sheet.entry("approved", "\(date(approval.at)) by \(approval.by.name)")
            sheet.entry("changed since", identity.drift ?? "nothing", identity.drift == nil ? nil : .red)
        }
        sheet.entry("last used", identity.lastUsed.map(date) ?? "never seen here since \(identity.firstSeen.date)")
        sheet.entry("stopped by", identity.stopPath ?? "penstock stop \(identity.id)")
    }

    private func missing(_ sheet: inout Sheet) {
        guard !record.missing.isEmpty else { return }
        sheet.section("missing to be active")
        for field in record.missing { sheet.entry(field.field, "\(field.why): \(field.option)", .yellow) }
    }

    private func date(_ instant: Instant) -> String { "\(instant.short) (\(instant.relative(to: now)))" }

    private static func meaning(_ level: Identity.Level) -> String {
        switch level {
        case .observe: "observe: records what would have happened"
        case .warn: "warn: lets pass and says so"
        case .enforce: "enforce"
        }
    }

    private static func words(_ person: User?) -> String {
        guard let person else { return "nobody" }
        let standing = person.status == .active ? "" : ", \(person.status.rawValue)"
        return "\(person.name) <\(person.email)>\(standing)"
    }

    private static func words(_ trigger: Trigger) -> String {
        switch (trigger.callback, trigger.schedule) {
        case (let callback?, _):
            let methods = callback.methods.joined(separator: ", ")
            return
                "\(methods) \(callback.path), \(callback.authentication.map { "proved by \($0)" } ?? "open to anyone")"
        case (nil, let schedule?): return "schedule \(schedule)"
        default: return "\(trigger.kind.rawValue) `\(trigger.step)`"
        }
    }
}

extension IdentityPage {
    private func rights(_ sheet: inout Sheet) {
        guard let principal = record.principal else { return }
        sheet.section("what its source lets it do")
        if principal.rights.isEmpty {
            sheet.line("  nothing that the source shows", .faint)
        } else {
            var table = Table("may", "what", "on", "through", whole: [0])
            for right in principal.rights.prefix(20) {
                let shown = right.operations.prefix(4).joined(separator: ", ")
                let more = right.operations.count > 4 ? " and \(right.operations.count - 4) more" : ""
                let identityClass = right.effect.identityClass ?? .changeCapable
                table.add(
                    Table.Cell(right.action.rawValue, identityClass.tint),
                    Table.Cell(shown + more),
                    Table.Cell(right.resource),
                    Table.Cell(right.via + (right.condition.map { ", if \($0)" } ?? "")),
                )
            }
            sheet.table(table)
            if principal.rights.count > 20 {
                sheet.line("  … and \(principal.rights.count - 20) more; --json names them", .faint)
            }
        }
        if !principal.memberOf.isEmpty { sheet.entry("belongs to", principal.memberOf) }
        for credential in principal.credentials {
            sheet.entry("credential", "\(credential.name ?? credential.id ?? "") (\(credential.kind))")
        }
        if let used = principal.lastUsed { sheet.entry("last used there", date(used)) }
        if let expires = principal.expires { sheet.entry("ends there", date(expires), expires <= now ? .red : nil) }
        for (label, value) in principal.detail.sorted(by: { $0.key < $1.key }) { sheet.entry(label, value) }
    }

    private func credentials(_ sheet: inout Sheet) {
        guard !record.credentials.isEmpty else { return }
        sheet.section("credentials")
        var table = Table("name", "kind", "owner", "used by", "rotated", "ends", whole: [])
        for credential in record.credentials {
            let inherited = credential.ownership == "inherited" ? " (of what uses it)" : ""
            table.add(
                Table.Cell(credential.reference.name ?? credential.reference.id ?? "-"),
                Table.Cell(credential.reference.kind),
                Table.Cell(credential.owner + inherited, credential.ownership == "nobody" ? .red : nil),
                Table.Cell("\(credential.users)", credential.users > 1 ? .yellow : nil),
                Table.Cell(credential.lastRotated?.date ?? "unknown"),
                Table.Cell(credential.expires?.date ?? "no date"),
            )
        }
        sheet.table(table)
    }

    private func trusts(_ sheet: inout Sheet) {
        guard !record.trusts.isEmpty, let key = identity.principal ?? identity.workflow else { return }
        sheet.section("trust")
        for trust in record.trusts.prefix(30) {
            sheet.entry(trust.kind.rawValue, trust.words(seenFrom: key), trust.isOpenToEveryone ? .red : nil)
        }
        if record.trusts.count > 30 {
            sheet.line("  … and \(record.trusts.count - 30) more; --json names them", .faint)
        }
    }

    private func history(_ sheet: inout Sheet) {
        guard !record.history.isEmpty else { return }
        sheet.section("changes of its definition")
        for change in record.history.prefix(10) {
            sheet.entry(change.at.short, change.changes + (change.importedBy.map { ["seen by \($0)"] } ?? []))
        }
        if record.history.count > 10 { sheet.line("  … and \(record.history.count - 10) older", .faint) }
    }

    private func grants(_ sheet: inout Sheet) {
        sheet.section("grants")
        guard !record.grants.isEmpty else { return sheet.line("  none", .faint) }
        var table = Table("id", "action", "resource", "until", "state", "by", whole: [0, 3])
        for grant in record.grants {
            let isOpen = grant.isOpen(at: now)
            let state = grant.revoked != nil ? "revoked" : isOpen ? "open" : grant.begins > now ? "not yet" : "ended"
            table.add(
                Table.Cell(grant.id.text, .faint),
                Table.Cell(grant.action.rawValue),
                Table.Cell(grant.resource.description),
                Table.Cell(grant.ends.short),
                Table.Cell(state, isOpen ? .green : .faint),
                Table.Cell(grant.grantedBy),
            )
        }
        sheet.table(table)
    }

    private func leases(_ sheet: inout Sheet) {
        guard !record.leases.isEmpty else { return }
        sheet.section("leases")
        var table = Table("id", "task", "issued", "expires", "state", whole: [0, 2, 3])
        for lease in record.leases {
            let isUsable = lease.isUsable(at: now)
            let state = lease.revoked != nil ? "revoked" : isUsable ? "usable" : "ended"
            table.add(
                Table.Cell(lease.id.text, .faint),
                Table.Cell(lease.task ?? "-"),
                Table.Cell(lease.issued.short),
                Table.Cell(lease.expires.short),
                Table.Cell(state, isUsable ? .green : .faint),
            )
        }
        sheet.table(table)
    }

    private func clients(_ sheet: inout Sheet) {
        guard !record.clients.isEmpty else { return }
        sheet.section("clients")
        var table = Table("id", "proves itself by", "created", "expires", "state", whole: [0, 2, 3])
        for client in record.clients {
            let isUsable = client.revoked == nil && now < client.expires
            let state = client.revoked != nil ? "revoked" : isUsable ? "usable" : "ended"
            table.add(
                Table.Cell(client.id, .faint),
                Table.Cell(client.kind),
                Table.Cell(client.created.date),
                Table.Cell(client.expires.date),
                Table.Cell(state, isUsable ? .green : .faint),
            )
        }
        sheet.table(table)
    }

    private func findings(_ sheet: inout Sheet) {
        sheet.section("findings")
        guard !record.findings.isEmpty else { return sheet.line("  none", .faint) }
        for finding in record.findings {
            sheet.entry(finding.severity.rawValue, finding.rule, finding.severity.tint)
            sheet.entry("", finding.remedy)
        }
    }

    private func stops(_ sheet: inout Sheet) {
        guard !record.stops.isEmpty else { return }
        sheet.section("stops")
        for stop in record.stops { sheet.entry(stop.requested.short, "\(stop.reason) (by \(stop.by))") }
    }

    private func events(_ sheet: inout Sheet) {
        guard !record.events.isEmpty else { return }
        sheet.section("last events")
        sheet.table(EventTable.table(record.events))
    }
}
