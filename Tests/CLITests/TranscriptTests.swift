import Domain
import Foundation
import TestSupport
import Testing
import Wire

@testable import CLI

/// What each command asks of the server and prints, as golden files.
struct TranscriptTests {
    struct Scene: Sendable, CustomTestStringConvertible {
        var name: String
        var arguments: [String]

        init(_ name: String, _ arguments: String...) {
            self.name = name
            self.arguments = arguments
        }

        var testDescription: String { name }
    }

    static let scenes = [
        Scene(
            "identities",
            "identities",
            "--search",
            "a b&c",
            "--state",
            "active,discovered",
            "--state",
            "retired",
            "--class",
            "privileged",
            "--kind",
            "workflow",
            "--environment",
            "production",
            "--owner",
            "Ada@example.com",
            "--source",
            "n8n-production",
            "--sort",
            "expires",
            "--descending",
            "--limit",
            "2",
            "--cursor",
            "abc"
        ),
        Scene("identities-unowned", "identities", "--unowned"),
        Scene("identities-json", "identities", "--json"),
        Scene("identities-nobody", "identities", "--owner", "eve@example.com"),
        Scene("identities-no-source", "identities", "--source", "nowhere"),
        Scene("identity-show", "identity", "show", "Sync invoices"),
        Scene("identity-show-account", "identity", "show", "idn_deployer"),
        Scene("identity-family", "identity", "family", "Sync invoices"),
        Scene("identity-size", "identity", "size", "Sync invoices"),
        Scene(
            "identity-size-request",
            "identity",
            "size",
            "idn_invoices",
            "--window",
            "30d",
            "--request",
            "--reason",
            "quarter's end"
        ),
        Scene("sources", "sources"),
        Scene("levels", "levels"),
        Scene(
            "levels-set",
            "levels",
            "set",
            "identity",
            "Sync invoices",
            "warn",
            "--until",
            "14d",
            "--reason",
            "on trial",
            "--preview"
        ),
        Scene("source-show", "sources", "show", "n8n-production"),
        Scene("identity-show-bare", "identity", "show", "idn_report"),
        Scene("identity-show-json", "identity", "show", "idn_report", "--json"),
        Scene("identity-show-none", "identity", "show", "nobody/at all"),
        Scene(
            "identity-register",
            "identity",
            "register",
            "idn_invoices",
            "--owner",
            "ada@example.com",
            "--technical-owner",
            "ben@example.com",
            "--backup",
            "cleo@example.com",
            "--purpose",
            "copies",
            "--environment",
            "production",
            "--expires",
            "180d",
            "--renewal",
            "2026-06-01",
            "--function",
            "finance",
            "--vendor",
            "Acme",
            "--reach",
            "ledger,shop",
            "--reach",
            "crm",
            "--stop-path",
            "call Ada",
            "--level",
            "warn"
        ),
        Scene("identity-register-incomplete", "identity", "register", "idn_report", "--purpose", "reports"),
        Scene("findings", "findings"),
        Scene(
            "findings-rule",
            "findings",
            "--rule",
            "unowned,no-end-date",
            "--severity",
            "medium",
            "--sort",
            "subject"
        ),
        Scene("findings-json", "findings", "--json", "--limit", "1"),
        Scene("findings-fail-on", "findings", "--fail-on", "high"),
        Scene("findings-fail-on-none", "findings", "--fail-on", "critical"),
        Scene("grant", "grant", "idn_invoices", "read", "ledger/invoices", "--until", "90d", "--reason", "month's end"),
        Scene("revoke", "revoke", "grt_new"),
        Scene("revoke-none", "revoke", "grt_none"),
        Scene("token", "token", "idn_invoices", "--task", "nightly", "--seconds", "300"),
        Scene("token-json", "token", "idn_invoices", "--json"),
        Scene("token-refused", "token", "idn_report"),
        Scene("client-add", "client", "add", "idn_invoices"),
        Scene("stop", "stop", "Sync invoices", "--reason", "token seen in public"),
        Scene("stop-json", "stop", "Sync invoices", "--reason", "token seen in public", "--json"),
        Scene("stops", "stops"),
        Scene("resume", "resume", "idn_invoices", "--reason", "rotated"),
        Scene("log", "log", "--kind", "requestRefused", "--kind", "stopped", "--from", "24h", "--actor", "ada"),
        Scene("log-subject", "log", "list", "--subject", "Sync invoices", "--subject-kind", "identity"),
        Scene("log-json", "log", "--json"),
        Scene("log-verify", "log", "verify"),
        Scene("log-verify-json", "log", "verify", "--json"),
        Scene("log-checkpoint", "log", "checkpoint"),
        Scene("system-list", "system", "list"),
        Scene("system-list-search", "system", "list", "--search", "LEDGER", "--json"),
        Scene("system-add", "system", "add", "crm", "--environment", "production", "--inject", "header:X-Key"),
        Scene("system-add-known", "system", "add", "ledger", "--vendor", "Other", "--data-class", "personal"),
        Scene("system-add-nowhere", "system", "add", "wiki"),
        Scene("user-list", "user", "list", "--sort", "name"),
        Scene("user-list-role", "user", "list", "--role", "owner", "--json"),
        Scene("user-add", "user", "add", "Cleo@example.com", "--name", "Cleo", "--team", "ops", "--role", "admin"),
        Scene("user-add-known", "user", "add", "ada@example.com", "--status", "left"),
        Scene("user-add-nameless", "user", "add", "new@example.com"),
        Scene("user-link", "user", "link", "ada@example.com"),
        Scene("doctor", "doctor"),
        Scene("doctor-json", "doctor", "--json"),
    ]

    @Test("A command asks, prints and ends as agreed", arguments: scenes)
    func transcript(of scene: Scene) async throws {
        var program = try Self.program()
        program.checks = [
            DoctorCheck("store", passed: true, detail: "sqlite:penstock.db answers"),
            DoctorCheck("master key", passed: false, detail: "readable by others", remedy: "chmod 600 master.key"),
        ]
        let run = await program.run(scene.arguments)
        var text = "$ penstock \(scene.arguments.joined(separator: " "))\n\(run.output)"
        text += "--- errors\n\(run.errors)--- status \(run.status)\n--- calls\n"
        text += run.calls.map { $0 + "\n" }.joined()
        try expectGolden(text, named: "transcripts/\(scene.name).txt")
    }

    @Test("On a narrow terminal an identity's page keeps within it")
    func narrow() async throws {
        var program = try Self.program()
        program.width = 72
        let run = await program.run("identity", "show", "Sync invoices")
        #expect(run.output.split(separator: "\n").allSatisfy { String($0).columns <= 72 })
        try expectGolden(run.output, named: "transcripts/identity-show-narrow.txt")
    }

    @Test(
        "On a usual terminal lists keep what tells things apart",
        arguments: ["identities", "findings", "log", "stops"]
    )
    func usual(list: String) async throws {
        var program = try Self.program()
        program.width = 80
        let run = await program.run(list)
        #expect(run.output.split(separator: "\n").allSatisfy { String($0).columns <= 80 })
        try expectGolden(run.output, named: "transcripts/\(list)-80.txt")
    }

    private static func program() throws -> Program {
        var active = Sample.identity
        active.state = .active
        let lines = ListOf(
            items: [
                IdentityLine(identity: Sample.identity, owner: "ada@example.com", findings: 2, worst: .high),
                IdentityLine(identity: Sample.bare, owner: nil, findings: 0, worst: nil),
            ],
            next: "def",
            total: 17,
        )
        let grant = Sample.grant("new", .read, on: "ledger/invoices", ends: "2026-05-30T12:00:00Z")
        let token = TokenRecord(accessToken: "head.body.signature", expiresIn: 900, lease: Sample.lease)
        var client = Sample.client
        client.secret = "shown-once"
        let incomplete = Problem(
            kind: "missingFields",
            title: "Something is missing",
            status: 422,
            detail: "`Weekly report` cannot become active: owner, expires",
            remedy: "say each of them in one registration",
            fields: [
                MissingField("owner", why: "exactly one person answers for it"),
                MissingField("expires", why: "nothing is permanent"),
            ],
        )
        let refused = Problem(
            kind: "forbidden",
            title: "Not allowed",
            status: 403,
            detail: "`Weekly report` is not active",
            decision: AccessDecision(
                id: Sample.id("one"),
                verdict: .deny,
                policies: ["identity-not-active"],
                reason: "not active",
                fix: "penstock identity register idn_report",
                version: 3,
            ),
        )
        let answers: [String: Program.Answer] = [
            "GET /api/v1/users": try Program.Answer.json([Sample.ada, Sample.ben, Sample.desk]),
            "GET /api/v1/identities/idn_deployer": try Program.Answer.json(Sample.accountRecord),
            "GET /api/v1/identities/Sync%20invoices/family": try Program.Answer.json(Sample.family),
            "GET /api/v1/identities/Sync%20invoices/right-size": try Program.Answer.json(Sample.rightSize),
            "POST /api/v1/identities/idn_invoices/right-size": try Program.Answer.json(Sample.reduction),
            "GET /api/v1/sources": try Program.Answer.json([Sample.sourceRecord]),
            "GET /api/v1/levels": try Program.Answer.json(Sample.levels),
            "POST /api/v1/requests/preview": try Program.Answer.json(
                RoutePreview(
                    route: Route(seats: [.init(rawValue: "security")], policies: [], because: ["it is lower"]),
                    proposal: Proposal(),
                )
            ),
            "GET /api/v1/identities": try Program.Answer.json(lines),
            "GET /api/v1/identities/Sync%20invoices": try Program.Answer.json(Sample.record),
            "GET /api/v1/identities/idn_invoices": try Program.Answer.json(Sample.record),
            "GET /api/v1/identities/idn_report": try Program.Answer.json(Sample.bareRecord),
            "POST /api/v1/identities/idn_invoices/register": try Program.Answer.json(active),
            "POST /api/v1/identities/idn_report/register": try Program.Answer.json(incomplete, status: 422),
            "GET /api/v1/findings": try Program.Answer.json(Sample.findings),
            "POST /api/v1/identities/idn_invoices/grants": try Program.Answer.json(grant, status: 201),
            "DELETE /api/v1/grants/grt_new": try Program.Answer.json(grant),
            "POST /api/v1/identities/idn_invoices/tokens": try Program.Answer.json(token, status: 201),
            "POST /api/v1/identities/idn_report/tokens": try Program.Answer.json(refused, status: 403),
            "POST /api/v1/identities/idn_invoices/clients": try Program.Answer.json(client, status: 201),
            "POST /api/v1/stops": try Program.Answer.json(StopRecord(stop: Sample.stop), status: 201),
            "GET /api/v1/stops": try Program.Answer.json(
                ListOf(items: [StopRecord(stop: Sample.stop)], next: nil, total: 1)
            ),
            "POST /api/v1/identities/idn_invoices/resume": try Program.Answer.json(active),
            "GET /api/v1/events": try Program.Answer.json(ListOf(items: Sample.events, next: nil, total: 2)),
            "GET /api/v1/log/checkpoint": try Program.Answer.json(
                CheckpointRecord(
                    origin: "penstock.example.com/log",
                    size: 10,
                    root: "cm9vdA==",
                    made: Sample.now,
                    note: "penstock.example.com/log\n10\ncm9vdA==\n\n— penstock c2ln\n",
                )
            ),
            "GET /api/v1/systems": try Program.Answer.json(Sample.systems),
            "PUT /api/v1/systems/crm": try Program.Answer.json(crm),
            "PUT /api/v1/systems/ledger": try Program.Answer.json(Sample.systems[0]),
            "POST /api/v1/users": try Program.Answer.json(Sample.ada, status: 201),
            "POST /api/v1/users/ada%40example.com/link": try Program.Answer.json(
                LinkRecord(link: "http://127.0.0.1:8420/sign-in?link=once"),
                status: 201,
            ),
        ]
        return Program(answers: answers)
    }

    private static var crm: SystemRecord {
        let system = System(name: "crm", title: "crm", environment: "production", injection: .header("X-Key"))
        return SystemRecord(system, hasCredential: false, openGrants: 0)
    }
}
