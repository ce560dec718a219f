import Domain
import Findings
import Testing

struct LongLivedSecretTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var ends: Duration?
        var made: Duration?
        var rotated: Duration?
        var tells = false
        let fires: Bool
    }

    @Test(
        "G9: a secret without a near end is found, and what a source cannot tell is said by nobody",
        arguments: [
            Case(testDescription: "no end, and its source would tell", tells: true, fires: true),
            Case(testDescription: "an end within the year", ends: .days(300), tells: true, fires: false),
            Case(testDescription: "an end far away", ends: .days(366), tells: true, fires: true),
            Case(testDescription: "old, end unknown", made: .days(91), fires: true),
            Case(testDescription: "old but made anew", made: .days(400), rotated: .days(30), fires: false),
            Case(testDescription: "nothing known", fires: false),
        ]
    )
    func fires(each: Case) {
        var credential = Credential(reference: CredentialReference(kind: "api", id: "1", name: "name of 1"))
        credential.expires = each.ends.map { now + $0 }
        credential.createdAt = each.made.map { now - $0 }
        credential.lastRotated = each.rotated.map { now - $0 }
        var inventory = inventory(
            [workflow("a", [step("s", .privileged, credentials: ["1"])])],
            credentials: [credential],
        )
        inventory.places[0].estate.source.capabilities.expiry = each.tells
        let found = findings("long-lived-secret", in: inventory)
        #expect(found.count == (each.fires ? 1 : 0))
        #expect(found.allSatisfy { $0.severity == .high && $0.subject.id == "test|api|id:1" })
    }
}
