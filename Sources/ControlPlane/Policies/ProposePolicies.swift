import Decisions
package import Domain
import SQLEngine
import Sealing
import Store

extension ControlPlane {
    /// The largest set of policies that is taken, in bytes of text.
    private static let mostPolicyText = 4 << 20

    /// Takes a set of policies in as a new version, and asks for it: policy says who has to approve it.
    ///
    /// `tests` is how many tests beside the files passed; who proposes ran them.
    ///
    /// - Throws: `.invalid` with every place that is wrong; `.conflict` when the live version is the same.
    package func proposePolicies(
        _ files: [PolicyText],
        note: String,
        tests: Int,
        by caller: Caller,
    ) async throws -> PolicyVersion {
        try require(.administer, by: caller)
        let files = files.sorted { $0.name < $1.name }
        _ = try Self.readPolicies(files, version: 0)
        if note.isBlank {
            throw Failure(
                .invalid,
                "policies are proposed with a note that says why",
                fields: [MissingField("note", why: "says what changes and why")],
            )
        }
        let digest = Self.digest(of: files)
        return try await change(by: caller) { change in
            if let live = try PolicyVersionTable.live(in: change.connection), live.digest == digest {
                throw Failure(.conflict, "version \(live.version), which is live, says the same")
            }
            let version = PolicyVersion(
                version: try PolicyVersionTable.next(in: change.connection),
                digest: digest,
                files: files,
                note: note,
                tests: tests,
                proposed: change.now,
                proposedBy: change.actor.id,
            )
            try PolicyVersionTable.insert(version, in: change.connection)
            change.record(.policyProposed, version.subject, detail: ["digest": digest, "note": note])
            let request = try NewRequest(
                .policyChange,
                subject: version.subject,
                terms: ["version": version.subject.id, "content": digest],
                reason: note,
            ).checked()
            _ = try Self.open(request, nil, by: caller, &change)
            // Who was let do it alone has it approved already.
            return try Self.policyVersion(version.version, in: change.connection)
        }
    }

    /// Every version, newest first.
    package func policyVersions(by caller: Caller) async throws -> [PolicyVersion] {
        try require(.view, by: caller)
        return try await database.read { try PolicyVersionTable.all(in: $0) }
    }

    package func policyVersion(_ version: Int64, by caller: Caller) async throws -> PolicyVersion {
        try require(.view, by: caller)
        return try await database.read { try Self.policyVersion(version, in: $0) }
    }

    static func policyVersion(_ version: Int64, in connection: some Connection) throws -> PolicyVersion {
        guard let found = try PolicyVersionTable.find(version, in: connection) else {
            throw Failure(.notFound, "there is no version \(version)", remedy: "`penstock policy versions` lists them")
        }
        return found
    }

    static func readPolicies(_ files: [PolicyText], version: Int64) throws -> OrganisationPolicies {
        let size = files.reduce(0) { $0 + $1.text.utf8.count }
        guard size <= mostPolicyText else {
            throw Failure(.invalid, "the policies hold \(size) bytes, more than the limit of \(mostPolicyText)")
        }
        do throws(PolicyProblems) {
            return try OrganisationPolicies(version: version, files: files)
        } catch {
            throw Failure(
                .invalid,
                "the policies are not taken: \(error.problems.count) places are wrong",
                remedy: "`penstock policy check` shows each place in its file",
                fields: error.problems.prefix(100).map { MissingField($0.place, why: $0.message) },
            )
        }
    }

    static func digest(of files: [PolicyText]) -> String {
        var digest = PartsDigest()
        for file in files {
            digest.add(file.name)
            digest.add(file.text)
        }
        return digest.finish()
    }
}

extension PolicyVersion {
    var subject: Event.Subject { Event.Subject(kind: "policies", id: "\(version)", name: "policies \(version)") }
}
