import Domain
import Findings
import Testing

/// Rules on accounts, roles and apps.
struct AccountRulesTests {
    private func right(
        _ action: ActionClass,
        _ operations: [String],
        on resource: String,
        _ identityClass: IdentityClass,
        via: String = "policy P",
        condition: String? = nil,
        rule: String? = nil,
    ) -> Right {
        Right(
            action,
            operations: operations,
            on: resource,
            effect: StepEffect(identityClass, reason: "for the test", rule: rule),
            via: via,
            condition: condition,
        )
    }

    private func account(_ key: String, _ rights: [Right] = [], kind: Principal.Kind = .role) -> Principal {
        var principal = Principal(key: "arn:\(key)", name: key, kind: kind)
        principal.rights = rights
        principal.active = true
        return principal
    }

    private func inventory(
        _ principals: [Principal],
        trusts: [Trust] = [],
        credentials: [Credential] = [],
        tells: Set<Capability> = Set(Capability.allCases),
    ) -> Inventory {
        var estate = Estate(source: SourceDescription(root: "cloud", format: "aws-iam", environment: "production"))
        for capability in tells { estate.source.capabilities[capability] = true }
        estate.principals = principals
        estate.trusts = trusts
        estate.credentials = credentials
        let place = Inventory.Place(id: source, estate: estate, observed: (now - .days(10))...now)
        return Inventory(places: [place], identities: [], users: [], now: now)
    }

    private func found(_ rule: String, _ inventory: Inventory) -> [String] {
        findings(rule, in: inventory).map { "\($0.subject.name) \($0.severity.rawValue)" }
    }

    @Test("Everything on everything is critical, and no wildcard of its own; people and groups are not judged")
    func administrators() {
        let all = right(.admin, ["*"], on: "*", .privileged)
        var person = account("person", [all], kind: .user)
        person.isPerson = true
        var off = account("off", [all])
        off.active = false
        let estate = inventory([account("root", [all]), person, account("people", [all], kind: .group), off])
        #expect(found("admin-account", estate) == ["root critical", "off high"])
        #expect(found("wildcard-right", estate).isEmpty)
        let conditional = right(.admin, ["*"], on: "*", .privileged, condition: "with MFA")
        #expect(found("admin-account", inventory([account("a", [conditional])])).isEmpty)
    }

    @Test("F9, F10: what an account may do in its system beyond what was approved for it is found")
    func beyondApproval() throws {
        let read = right(.read, ["s3:GetObject"], on: "arn:aws:s3:::orders/2026/*", .readOnly)
        let write = right(.write, ["s3:PutObject"], on: "arn:aws:s3:::orders/2026/*", .changeCapable)
        let all = right(.read, ["s3:GetObject"], on: "*", .readOnly)
        let admin = right(.admin, ["iam:PassRole"], on: "arn:role/x", .privileged)
        func judged(
            _ rights: [Right],
            granted: [(ActionClass, String)],
            state: LifecycleState = .active,
            ended: Bool = false,
        ) throws -> [String] {
            var estate = inventory([account("loader", rights)])
            var identity = Identity(
                id: ID(at: now),
                kind: .serviceAccount,
                name: "loader",
                state: state,
                classification: Classification(.changeCapable, reasons: []),
                firstSeen: now - .days(9),
            )
            identity.source = source
            identity.principal = "arn:loader"
            estate.identities = [identity]
            estate.grants = try granted.map { action, path in
                Grant(
                    id: ID(at: now),
                    identity: identity.id,
                    action: action,
                    resource: try #require(ResourcePath(path)),
                    begins: now - .days(9),
                    ends: ended ? now : now + .days(9),
                    grantedBy: "ben",
                )
            }
            return found("beyond-approval", estate)
        }
        #expect(try judged([read], granted: [(.read, "lake/orders")]) == [])
        #expect(try judged([read, all], granted: [(.read, "lake")]) == [])
        #expect(try judged([read], granted: [(.read, "lake/orders/2025")]) == ["loader low"])
        #expect(try judged([all], granted: [(.read, "lake/orders")]) == ["loader low"])
        #expect(try judged([read, write], granted: [(.read, "lake/orders")]) == ["loader medium"])
        #expect(try judged([read, admin], granted: [(.read, "lake/orders")]) == ["loader high"])
        #expect(try judged([read], granted: [(.read, "lake/orders")], ended: true) == ["loader low"])
        #expect(try judged([admin], granted: [], state: .discovered) == [])
    }

    @Test("F1: a right on everything fires; reading everything, and one thing, do not")
    func wildcards() {
        let estate = inventory([
            account("wide", [right(.write, ["s3:PutObject"], on: "*", .changeCapable)]),
            account("service", [right(.admin, ["iam:*"], on: "arn:role/x", .privileged)]),
            account("reader", [right(.read, ["s3:GetObject"], on: "*", .readOnly)]),
            account("narrow", [right(.write, ["s3:PutObject"], on: "arn:bucket/x", .changeCapable)]),
        ])
        #expect(found("wildcard-right", estate) == ["service high", "wide medium"])
    }

    @Test("A way to more rights fires, whether its importer names it or the verb does")
    func escalation() {
        let estate = inventory([
            account("passes", [right(.admin, ["iam:PassRole"], on: "arn:admin", .privileged, via: "escalation")]),
            account("binds", [right(.admin, ["bind, get"], on: "clusterroles", .privileged)]),
            account("plain", [right(.write, ["s3:PutObject"], on: "arn:b", .changeCapable)]),
        ])
        #expect(found("escalation-path", estate).sorted() == ["binds high", "passes high"])
    }

    @Test("A17: a trust open to everybody is told with its condition")
    func openTrust() {
        let strong = account("strong", [right(.admin, ["iam:*"], on: "*", .privileged)])
        let trusts = [
            Trust(.assumes, from: "*", to: "arn:strong", isExternal: true),
            Trust(.assumes, from: "*", to: "arn:weak", isExternal: true, condition: "ExternalId is set"),
            Trust(.assumes, from: "arn:other", to: "arn:named", isExternal: true),
        ]
        let estate = inventory([strong, account("weak"), account("named")], trusts: trusts)
        #expect(found("open-trust", estate) == ["strong critical", "weak low"])
        let weak = findings("open-trust", in: estate).last
        #expect(weak?.evidence["conditions"] == .list(["ExternalId is set"]))
    }

    @Test("F3: privileged rights through a group are told apart from those of its own")
    func inherited() {
        var member = account(
            "member",
            [
                right(.admin, ["iam:CreateUser"], on: "*", .privileged, via: "group admins, policy IAM"),
                right(.write, ["s3:PutObject"], on: "arn:b", .changeCapable, via: "group admins, policy S3"),
            ]
        )
        member.memberOf = ["arn:aws:iam::1:group/admins"]
        var both = member
        both.key = "arn:both"
        both.name = "both"
        both.rights.append(right(.admin, ["iam:DeleteUser"], on: "*", .privileged, via: "policy own"))
        let estate = inventory([member, both])
        #expect(found("inherited-right", estate) == ["member medium", "both low"])
        let evidence = findings("inherited-right", in: estate).last?.evidence
        #expect(evidence?["direct"] == .number(1))
        #expect(evidence?["groups"] == .list(["arn:aws:iam::1:group/admins"]))
    }

    @Test("Dormant is what its source says was not used, with the window that was looked at")
    func dormant() {
        var old = account("old", [right(.admin, ["iam:*"], on: "*", .privileged)])
        old.lastUsed = now - .days(90)
        var never = account("never")
        never.createdAt = now - .days(200)
        var young = account("young")
        young.createdAt = now - .days(20)
        var recent = account("recent")
        recent.lastUsed = now - .days(89)
        let principals = [old, never, young, recent, account("unknown")]
        #expect(found("dormant", inventory(principals)) == ["old high", "never low"])
        let evidence = findings("dormant", in: inventory(principals)).first?.evidence
        #expect(evidence?["idleDays"] == .number(90))
        #expect(evidence?["observedFrom"] == .text((now - .days(90)).text))
        #expect(evidence?["observedUntil"] == .text(now.text))
        #expect(found("dormant", inventory(principals, tells: [])).isEmpty)
    }

    @Test("What is past its end and still there fires, accounts and credentials")
    func expired() {
        var ended = account("ended")
        ended.expires = now - .days(1)
        var off = ended
        off.key = "arn:off"
        off.name = "off"
        off.active = false
        var certificate = Credential(reference: CredentialReference(kind: "certificate", id: "c", name: "tls"))
        certificate.expires = now - .days(3)
        var live = Credential(reference: CredentialReference(kind: "certificate", id: "d", name: "other"))
        live.expires = now + .days(3)
        let estate = inventory([ended, off], credentials: [certificate, live])
        #expect(found("expired-credential", estate).sorted() == ["ended medium", "off low", "tls low"])
    }

    @Test("B11, A15, T5: apps that somebody else runs are listed by vendor, with who let them in and what is not known")
    func thirdParties() {
        var app = account("crm-sync", [right(.write, ["contacts.write"], on: "crm", .changeCapable)], kind: .oauthApp)
        app.vendor = "Acme"
        app.grantor = "ana@example.com"
        var second = app
        second.key = "arn:second"
        second.name = "second"
        second.grantor = nil
        let own = account("own", [right(.write, ["a"], on: "b", .changeCapable)])
        let estate = inventory([app, second, own], tells: [.scopes])
        #expect(found("third-party-access", estate).sorted() == ["crm-sync high", "second high"])
        let found = findings("third-party-access", in: estate)
        let unnamed = found.first { $0.subject.name == "second" }
        #expect(found.allSatisfy { $0.evidence["appsOfVendor"] == .number(2) })
        #expect(unnamed?.blindSpots.last == "the source does not say who let it in")
    }

    @Test("An account without an owner and without an end is told with what its source cannot say")
    func governed() {
        let estate = inventory([account("a")], tells: [])
        #expect(found("unowned", estate) == ["a high"])
        #expect(findings("unowned", in: estate).first?.blindSpots == ["this source cannot tell who owns something"])
        #expect(found("no-end-date", estate) == ["a medium"])
    }
}
