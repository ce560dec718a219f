extension RiskException {
    /// Everything that is accepted, as the terms of its request: an approval is bound to each of them.
    package var terms: [String: String] {
        var terms = [
            Term.exception: id.text, Term.rule: rule, Term.subjectKind: subject.kind, Term.subject: subject.id,
            Term.subjectName: subject.name, Term.subjectPath: subject.path,
            Term.identities: identities.map(\.text).joined(separator: ","),
            Term.owner: owner.text, Term.ends: ends.text, Term.controls: controls.map(\.text).joined(separator: "\n"),
        ]
        terms[Term.template] = template?.rawValue
        terms[Term.plan] = plan
        return terms
    }

    /// The exception that a request asks for, not yet decided; nil when its terms say none.
    package init?(_ request: ChangeRequest) {
        let terms = request.proposal.terms
        guard let id = terms[Term.exception].flatMap({ ID<RiskException>($0) }), let rule = terms[Term.rule],
            let kind = terms[Term.subjectKind], let subject = terms[Term.subject], let name = terms[Term.subjectName],
            let owner = terms[Term.owner].flatMap({ ID<User>($0) }),
            let ends = terms[Term.ends].flatMap({ Instant($0) })
        else { return nil }
        let identities = (terms[Term.identities] ?? "").split(separator: ",").map { ID<Identity>(String($0)) }
        let controls = (terms[Term.controls] ?? "").split(separator: "\n").map { CompensatingControl(String($0)) }
        guard !identities.contains(nil), !controls.contains(nil) else { return nil }
        self.init(
            id: id,
            request: request.id,
            rule: rule,
            subject: Finding.Subject(kind: kind, id: subject, name: name, path: terms[Term.subjectPath] ?? ""),
            identities: identities.compactMap(\.self),
            owner: owner,
            reason: request.reason,
            controls: controls.compactMap(\.self),
            proposed: request.opened,
            proposedBy: request.requester.id,
            proposedByName: request.requester.name,
            ends: ends,
        )
        template = terms[Term.template].flatMap({ ExceptionTemplate(rawValue: $0) })
        plan = terms[Term.plan]
    }

    /// Names of the terms of a request for an exception.
    package enum Term {
        package static let exception = "exception"
        package static let rule = "rule"
        package static let subjectKind = "subjectKind"
        package static let subject = "subject"
        package static let subjectName = "subjectName"
        package static let subjectPath = "subjectPath"
        package static let identities = "identities"
        package static let owner = "owner"
        package static let ends = "ends"
        package static let controls = "controls"
        package static let template = "template"
        package static let plan = "plan"
    }
}
