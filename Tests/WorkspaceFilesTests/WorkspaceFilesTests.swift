import Domain
import Testing

@testable import WorkspaceFiles

struct WorkspaceFilesTests {
    private static let identity = """
        identity: idn_01h00000000000000000000000
        name: contact sync
        owner: ana@example.com
        purpose: "keeps contacts in step: crm to mail"
        expires: 2027-06-30
        declaredReach: [crm, mail]
        grants:
          - action: read
            resource: crm/contacts
            until: 2027-03-31T00:00:00Z
            networks: [10.0.0.0/8]
            hours: 08:00-18:00
            perMinute: 60
        """
    private static let system = """
        system: crm
        environment: production
        injection: header:X-Api-Key
        dataClasses: [personal]
        """

    private func file(_ path: String, _ text: String) -> WorkspaceFile {
        WorkspaceFile(path: path, bytes: Array(text.utf8))
    }

    private func problems(_ files: [WorkspaceFile]) -> [String] {
        do throws(WorkspaceProblems) {
            _ = try WorkspaceReader.read(files)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test("What was written reads back as the same workspace")
    func roundTrip() throws {
        let read = try WorkspaceReader.read([
            file("identities/sync.yaml", Self.identity), file("systems/crm.yml", Self.system),
            file("policies/own.cedar", "permit (principal, action, resource);"), file("README.md", "notes"),
        ])
        #expect(
            read.identities.map(\.fields) == [
                [
                    "owner": "ana@example.com", "purpose": "keeps contacts in step: crm to mail",
                    "expires": "2027-06-30T00:00:00Z",
                    "declaredReach": "crm,mail",
                ]
            ]
        )
        let grant = try #require(read.identities.first?.grants?.first)
        #expect(grant.conditions.networks == ["10.0.0.0/8"])
        #expect(grant.conditions.perMinute == 60)
        #expect(read.systems.map(\.injection) == [.header("X-Api-Key")])
        let written = WorkspaceWriter.files(of: read)
        #expect(
            written.map(\.path) == ["identities/contact-sync-00000000.yaml", "policies/own.cedar", "systems/crm.yaml"]
        )
        #expect(try WorkspaceReader.read(written) == read)
    }

    @Test("Every mistake is told with its place, and nothing is taken")
    func mistakes() {
        let found = problems([
            file("identities/a.yaml", "identity: nobody\n"),
            file("identities/b.yaml", Self.identity + "\n---\n" + Self.identity),
            file("identities/c.yaml", "identity: idn_01h00000000000000000000001\nshoe: 3\nexpires: soon\n"),
            file("identities/d.yaml", "identity: [1\n"),
            file("systems/e.yaml", "system: CRM\n"),
            file("systems/f.yaml", "- 1\n"),
        ])
        #expect(found.count == 7)
        #expect(
            found.first
                == "identities/a.yaml:1:11: `identity` must be the id of an identity, as `penstock identities` lists them"
        )
        #expect(
            found.contains {
                $0.hasPrefix(
                    "identities/b.yaml:15:1: `idn_01h00000000000000000000000` is declared in identities/b.yaml too"
                )
            }
        )
        #expect(found.contains { $0.hasPrefix("identities/c.yaml:2:7: `shoe` is not known here") })
        #expect(found.contains { $0.hasPrefix("identities/c.yaml:3:10: `expires` is a date") })
        #expect(found.contains { $0.hasPrefix("systems/f.yaml:1:1: a map") })
    }

    @Test("A bomb of aliases is refused")
    func bomb() {
        var text = "identity: idn_01h00000000000000000000000\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
        for (name, last) in zip("bcdefghi", "abcdefgh") {
            text += "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 10).joined(separator: ",") + "]\n"
        }
        #expect(problems([file("identities/a.yaml", text)]).count == 1)
    }

    @Test("A file whose aliases stand for billions of nodes is refused by its name, and so is a purpose of a megabyte")
    func bombs() throws {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let before = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(before)]\n"
        }
        let deep = String(repeating: "[", count: 100_000)
        for (kind, text) in [("identities", Self.identity), ("systems", Self.system)] {
            for hostile in [bomb, deep] {
                let found = problems([file("\(kind)/hostile.yaml", hostile), file("\(kind)/good.yaml", text)])
                #expect(found.count == 1)
                #expect(found.first?.contains("\(kind)/hostile.yaml") == true)
            }
        }
    }
}
