import ControlPlane
import Domain

/// The form that asks to have a finding accepted for a time.
struct ExceptionFormPage: Sendable {
    struct Case: Sendable {
        var value: String
        var label: String
        var needs: String
        var selected: Bool
    }

    var frame: Frame
    var finding: FindingRow
    var findingID: String
    var cases: [Case]
    var fields: [Field]
    var controls: [Field]
    var peopleList: [String]

    init(
        _ finding: Finding,
        terms: GovernanceTerms.ExceptionTerms,
        people: [String],
        viewer: User?,
        frame: Frame,
        entered: Refused? = nil,
        now: Instant,
    ) {
        self.frame = frame
        self.finding = FindingRow(finding, open: true)
        self.finding.exceptionHref = nil
        findingID = finding.id
        let template = entered?.value("template") ?? ""
        cases =
            [
                Case(
                    value: "",
                    label: "Another case",
                    needs: "at least \(Words.count(terms.leastControls, "control"))",
                    selected: template.isEmpty,
                )
            ]
            + ExceptionTemplate.allCases.map { each in
                Case(
                    value: each.rawValue,
                    label: Words.sentence(each.title),
                    needs: each.controls.map { Words.sentence($0.rawValue).lowercased() }.joined(separator: ", "),
                    selected: each.rawValue == template,
                )
            }
        let days = Int64(min(30, terms.longestDays))
        func field(
            _ id: String,
            _ label: String,
            value: String? = nil,
            type: String = "text",
            placeholder: String = "",
            hint: String? = nil,
            list: String? = nil,
            required: Bool = false,
            wide: Bool = false,
        ) -> Field {
            Field(
                id,
                label,
                value: entered?.value(id) ?? value,
                type: type,
                placeholder: placeholder,
                hint: hint,
                list: list,
                required: required,
                wide: wide,
                wrong: entered?.wrong(id),
            )
        }
        fields = [
            field("reason", "Why it is worth the risk", type: "area", required: true, wide: true),
            field("owner", "Answers for it", value: viewer?.email, list: "people", required: true),
            field(
                "ends",
                "Until",
                value: (now + .days(days)).date,
                type: "date",
                hint: "At most \(Words.count(terms.longestDays, "day")) ahead",
                required: true,
            ),
            field(
                "plan",
                "What it costs to do without, and by when",
                type: "area",
                hint: "Needed for the usual cases",
                wide: true,
            ),
        ]
        controls = [
            field(
                "networkRestriction",
                "Network restriction",
                placeholder: "10.0.0.0/8, 192.0.2.7",
                hint: "Its grants hold from these ranges only",
            ),
            field(
                "strongerMonitoring",
                "Stronger monitoring",
                placeholder: "7",
                hint: "A webhook was reached within so many days",
            ),
            field(
                "scopedSecret",
                "Scoped secret",
                placeholder: "crm/contacts, billing/invoices",
                hint: "Its grants lie at or below these",
            ),
            field(
                "approvalGate",
                "Approval gate",
                placeholder: "24",
                hint: "It writes only under grants of so many hours",
            ),
            field(
                "separateEnvironments",
                "Separate environments",
                placeholder: "production",
                hint: "It and its credential stay in this one",
            ),
        ]
        peopleList = people
    }
}

extension ExceptionOrder {
    /// - Throws: `.invalid` for what cannot be read.
    init(_ form: FormData, finding: String) throws {
        var controls: [CompensatingControl] = []
        if form.text("networkRestriction") != nil {
            controls.append(.networkRestriction(ranges: form.list("networkRestriction")))
        }
        func number(_ field: String) throws -> Int? {
            guard let text = form.text(field) else { return nil }
            guard let number = Int(text) else { throw wrong(field, "is no whole number") }
            return number
        }
        if let days = try number("strongerMonitoring") { controls.append(.strongerMonitoring(withinDays: days)) }
        if form.text("scopedSecret") != nil {
            let resources = try form.list("scopedSecret").map { text in
                guard let path = ResourcePath(text) else {
                    throw wrong("scopedSecret", "has `\(text)`, which is no SYSTEM/RESOURCE")
                }
                return path
            }
            controls.append(.scopedSecret(resources: resources))
        }
        if let hours = try number("approvalGate") { controls.append(.approvalGate(longestHours: hours)) }
        if let environment = form.text("separateEnvironments") {
            controls.append(.separateEnvironments(environment: environment))
        }
        guard let ends = try Console.day(form, "ends") else { throw wrong("ends", "is missing") }
        self.init(
            finding: finding,
            owner: form.text("owner"),
            reason: form.text("reason") ?? "",
            ends: ends,
            controls: controls,
            template: form.choice("template"),
            plan: form.text("plan"),
        )
    }
}
