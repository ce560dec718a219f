import ControlPlane
import Domain

/// The fields of the forms on an identity's page, filled with what is known or was typed.
enum IdentityForms {
    static func register(_ detail: IdentityDetail, _ entered: Refused?, now: Instant) -> [Field] {
        let identity = detail.identity
        let missing = Dictionary(detail.missing.map { ($0.field, $0.why) }, uniquingKeysWith: { first, _ in first })
        let suggestedEnd = now + min(identity.classification.identityClass.renewalPeriod * 2, .days(365))
        func field(
            _ id: String,
            _ label: String,
            _ known: String?,
            type: String = "text",
            placeholder: String = "",
            list: String? = nil,
            wide: Bool = false,
        ) -> Field {
            Field(
                id,
                label,
                value: entered?.value(id) ?? known,
                type: type,
                placeholder: placeholder,
                hint: entered == nil ? missing[id].map { "Missing: \($0)" } : nil,
                list: list,
                wide: wide,
                wrong: entered?.wrong(id),
            )
        }
        let level = entered?.value("level") ?? identity.level.rawValue
        return [
            field("owner", "Owner", detail.owner?.email, placeholder: "one person's address", list: "people"),
            field("technicalOwner", "Technical owner", detail.technicalOwner?.email, list: "people"),
            field("backupApprover", "Backup approver", detail.backupApprover?.email, list: "people"),
            field("environment", "Environment", identity.environment, list: "environments"),
            field(
                "purpose",
                "Purpose",
                identity.purpose,
                type: "area",
                placeholder: "What it is for, in words",
                wide: true
            ),
            field(
                "systemPurpose",
                "Serves",
                identity.systemPurpose,
                placeholder: "from which system into which; read from its workflow when empty",
                wide: true,
            ),
            field("expires", "Ends", (identity.expires ?? suggestedEnd).date, type: "date"),
            field("renewal", "Renewed by", identity.renewal?.date, type: "date"),
            field("function", "Business function", identity.function, placeholder: "finance, hr …"),
            field("vendor", "Vendor", identity.vendor),
            Field("pattern", "Works as", options: patterns(entered?.value("pattern") ?? identity.pattern?.rawValue)),
            field(
                "declaredReach",
                "Meant to reach",
                identity.declaredReach.joined(separator: ", "),
                placeholder: "systems, with commas",
            ),
            Field(
                "level",
                "Policy is",
                options: [
                    Option("observe", "only observed", selected: level == "observe"),
                    Option("warn", "warned about", selected: level == "warn"),
                    Option("enforce", "enforced", selected: level == "enforce"),
                ],
            ),
            field("stopPath", "Stop path", identity.stopPath, placeholder: "penstock stop …", wide: true),
            field("stoppedBy", "Stopped by", nil, placeholder: "the owner when empty", list: "people"),
        ]
    }

    private static func patterns(_ chosen: String?) -> [Option] {
        [Option("", "as its workflow does", selected: chosen == nil)]
            + Pattern.allCases.map { Option($0.rawValue, $0.rawValue, selected: chosen == $0.rawValue) }
    }

    static func renew(of identity: Identity, _ entered: Refused?, now: Instant) -> [Field] {
        let end = max(identity.expires ?? now, now + identity.classification.identityClass.renewalPeriod)
        return [
            Field(
                "renew-until",
                "Then ends",
                name: "until",
                value: entered?.value("until") ?? end.date,
                type: "date",
                wrong: entered?.wrong("until") ?? entered?.wrong("expires") ?? entered?.wrong("renewal"),
            ),
            Field(
                "renew-reason",
                "Why it is still needed",
                name: "reason",
                value: entered?.value("reason"),
                required: true,
                wide: true,
                wrong: entered?.wrong("reason"),
            ),
        ]
    }

    static func level(of identity: Identity, _ entered: Refused?, now: Instant) -> [Field] {
        let chosen = entered?.value("level") ?? identity.level.rawValue
        var level = Field(
            "level-level",
            "Policy is",
            options: [
                Option("observe", "only observed", selected: chosen == "observe"),
                Option("warn", "warned about", selected: chosen == "warn"),
                Option("enforce", "enforced", selected: chosen == "enforce"),
            ],
            wrong: entered?.wrong("level") ?? entered?.wrong("terms.level"),
        )
        level.name = "level"
        return [
            level,
            Field(
                "level-until",
                "Until",
                name: "until",
                value: entered?.value("until") ?? (now + .days(30)).date,
                type: "date",
                hint: "At most 90 days ahead; enforced needs no end",
                wrong: entered?.wrong("until") ?? entered?.wrong("terms.until"),
            ),
            Field(
                "level-reason",
                "Reason",
                name: "reason",
                value: entered?.value("reason"),
                required: true,
                wide: true,
                wrong: entered?.wrong("reason"),
            ),
        ]
    }

    static func grant(of identity: Identity, _ entered: Refused?, now: Instant) -> [Field] {
        let usual = now + .days(90)
        let end = identity.expires.map { min($0, usual) } ?? usual
        return [
            Field(
                "resource",
                "On",
                value: entered?.value("resource"),
                placeholder: "crm/contacts",
                hint: "SYSTEM/RESOURCE; everything below it is included",
                list: "resources",
                required: true,
                wrong: entered?.wrong("resource"),
            ),
            Field(
                "until",
                "Until",
                value: entered?.value("until") ?? end.date,
                type: "date",
                hint: "The day's beginning, UTC",
                required: true,
                wrong: entered?.wrong("until") ?? entered?.wrong("ends"),
            ),
            Field(
                "reason",
                "Reason",
                value: entered?.value("reason"),
                placeholder: "A ticket or a sentence",
                wide: true,
                wrong: entered?.wrong("reason"),
            ),
        ]
    }
}
