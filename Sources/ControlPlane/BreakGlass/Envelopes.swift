package import Domain
import SQLEngine
import Sealing
import Store

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An envelope as it is handed out: its file, and the code that opens it, shown once.
package struct NewEnvelope: Sendable {
    package var file: EnvelopeFile
    package var code: Secret
}

extension ControlPlane {
    /// Seals what one person needs to reach one system without the server into an envelope that opens once.
    ///
    /// The person has to be named in the terms. The code belongs in other hands than the file.
    package func prepareEnvelope(
        _ reference: String,
        person: String,
        system: String,
        by caller: Caller,
    ) async throws -> NewEnvelope {
        try require(.administer, by: caller)
        let vault = vault
        let code = RandomToken(prefix: "pnbg_").text
        let recordKey = EnvelopeSealing.newRecordKey()
        let file = try await change(by: caller) { change in
            let identity = try Self.find(reference, in: change.connection)
            let person = try Self.person(person, field: "person", in: change.connection)
            let terms = try TermsTable.find(in: change.connection).breakGlass
            guard terms.people.contains(where: { $0.lowercased() == person.email }), person.status == .active else {
                throw Failure(
                    .forbidden,
                    "the terms do not name \(person.email) for break-glass",
                    remedy: "`penstock terms` shows them; an administrator adds to `breakGlass.people`",
                )
            }
            let sealed = try SealedTable.find(
                kind: Vault.Kind.systemCredential.rawValue,
                id: system,
                in: change.connection,
            )
            guard let sealed else {
                throw Failure(
                    .conflict,
                    "no credential of `\(system)` is sealed here, so an envelope would hold nothing",
                    remedy: "`penstock system credential \(system)` seals one",
                )
            }
            try change.requireNoMissedEnvelope(person)
            let envelope = Envelope(
                id: ID(at: change.now),
                identity: identity,
                person: person,
                system: system,
                prepared: change.now,
                preparedBy: change.actor.name,
                expires: change.now + .days(Int64(terms.envelopeDays)),
                longestMinutes: terms.longestMinutes,
            )
            let content = try Self.content(credential: try vault.open(sealed), recordKey)
            let inside = try EnvelopeSealing.seal(content, id: envelope.id.text, code: code)
            let key = try vault.seal(recordKey, .envelopeRecord, id: envelope.id.text)
            try SealedTable.put(key, at: change.now, in: change.connection)
            try EnvelopeTable.insert(envelope, in: change.connection)
            try JobTable.put(.missEnvelope, envelope.id.text, at: envelope.expires, in: change.connection)
            change.record(.envelopePrepared, identity.subject, detail: envelope.detail)
            try change.tell(
                [identity.owner, person.id] + (try change.security()),
                .envelopePrepared,
                identity.subject,
                "an envelope for \(person.email) to reach \(system) without the server was sealed, until \(envelope.expires.date)",
            )
            return EnvelopeFile(envelope: envelope, sealed: inside)
        }
        return NewEnvelope(file: file, code: code)
    }

    package func envelopes(by caller: Caller) async throws -> [Envelope] {
        try require(.view, by: caller)
        return try await database.read { try EnvelopeTable.all(in: $0) }
    }

    /// Takes an unopened envelope back; it must not be opened afterwards, and its record would be refused.
    package func returnEnvelope(_ id: ID<Envelope>, by caller: Caller) async throws -> Envelope {
        try require(.administer, by: caller)
        return try await change(by: caller) { change in
            var envelope = try Self.envelope(id, in: change.connection)
            guard envelope.state == .prepared || envelope.state == .missed else {
                throw Failure(.conflict, "envelope `\(id)` is \(envelope.state.rawValue)")
            }
            envelope.state = .returned
            envelope.settled = change.now
            try EnvelopeTable.update(envelope, in: change.connection)
            try SealedTable.remove(kind: Vault.Kind.envelopeRecord.rawValue, id: id.text, in: change.connection)
            change.record(.envelopeReturned, envelope.subject, detail: envelope.detail)
            return envelope
        }
    }

    /// Takes over the record of what was done without the server; it counts as a break-glass that waits for its review.
    ///
    /// - Throws: `.conflict` for a record that was taken before; `.invalid` for one that was changed.
    package func importEnvelopeRecord(_ file: EnvelopeRecordFile, by caller: Caller) async throws -> BreakGlass {
        guard file.format == EnvelopeRecordFile.format else {
            throw Failure(
                .invalid,
                "this is no record of an envelope",
                fields: [MissingField("format", why: EnvelopeRecordFile.format)]
            )
        }
        let known = try await database.read { try Self.envelope(file.envelope, in: $0) }
        var own = false
        if case .user(let user) = caller { own = user.id == known.person }
        // Whoever used it brings the record back, or somebody who runs Penstock; both are right.
        if !own { try require(.administer, by: caller) }
        let vault = vault
        return try await change(by: caller) { change in
            var envelope = try Self.envelope(file.envelope, in: change.connection)
            guard envelope.state == .prepared || envelope.state == .missed else {
                throw Failure(
                    .conflict,
                    "the record of envelope `\(envelope.id)` is refused: it is \(envelope.state.rawValue) already",
                )
            }
            let kind = Vault.Kind.envelopeRecord.rawValue
            guard let key = try SealedTable.find(kind: kind, id: envelope.id.text, in: change.connection) else {
                throw Failure(.conflict, "the key of envelope `\(envelope.id)` is gone: its record was taken before")
            }
            let record = try Self.record(in: file, key: try vault.open(key))
            let identity = try Self.find(envelope.identity.text, in: change.connection)
            guard let person = try UserTable.find(envelope.person, in: change.connection),
                let resource = ResourcePath(envelope.system)
            else { throw Failure(.conflict, "the person of envelope `\(envelope.id)` is not known any more") }
            var glass = BreakGlass(
                id: ID(at: change.now),
                identity: identity,
                person: person,
                action: .admin,
                resource: resource,
                reason: record.reason,
                ticket: record.ticket,
                rollback: record.rollback,
                opened: record.opened,
                ends: record.opened + .minutes(Int64(min(max(record.minutes, 1), envelope.longestMinutes))),
            )
            glass.envelope = envelope.id
            glass.closed = change.now
            try BreakGlassTable.insert(glass, in: change.connection)
            envelope.state = .imported
            envelope.settled = change.now
            try EnvelopeTable.update(envelope, in: change.connection)
            try SealedTable.remove(kind: kind, id: envelope.id.text, in: change.connection)
            try JobTable.remove(.missEnvelope, envelope.id.text, in: change.connection)
            change.record(.breakGlassImported, identity.subject, detail: glass.detail)
            try change.tellOf(glass, .breakGlassImported, "opened an envelope without the server,")
            change.record(
                .rotationAsked,
                Event.Subject(kind: "system", id: envelope.system, name: envelope.system),
                detail: ["reason": "its credential left its seal in envelope \(envelope.id)"],
            )
            try change.tell(
                [identity.owner, identity.technicalOwner] + (try change.security()),
                .rotationAsked,
                identity.subject,
                "rotate the credential of \(envelope.system): it left its seal in an envelope that was opened",
            )
            return glass
        }
    }

    /// Notes an envelope that neither came back nor was opened in time.
    func missedEnvelope(_ job: Job) -> JobEffect {
        { change in
            guard let id = ID<Envelope>(job.key), var envelope = try EnvelopeTable.find(id, in: change.connection),
                envelope.state == .prepared
            else { return nil }
            envelope.state = .missed
            try EnvelopeTable.update(envelope, in: change.connection)
            change.record(.envelopeMissed, envelope.subject, detail: envelope.detail)
            try change.tell(
                [envelope.person] + (try change.security()),
                .envelopeMissed,
                envelope.subject,
                "the envelope of \(envelope.personEmail) for \(envelope.system) ended and did not come back: rotate that "
                    + "credential, and bring the envelope or its record",
            )
            return nil
        }
    }

    private static func envelope(_ id: ID<Envelope>, in connection: some Connection) throws -> Envelope {
        guard let envelope = try EnvelopeTable.find(id, in: connection) else {
            throw Failure(.notFound, "there is no envelope `\(id)`")
        }
        return envelope
    }

    private static func content(credential: Secret, _ recordKey: Secret) throws -> Secret {
        let content = credential.withBytes { credential in
            recordKey.withBytes { key in
                EnvelopeContent(
                    credential: String(decoding: credential, as: UTF8.self),
                    recordKey: EnvelopeSealing.hex(key),
                )
            }
        }
        return Secret(Array(try JSONEncoder().encode(content)))
    }

    private static func record(in file: EnvelopeRecordFile, key: Secret) throws -> EnvelopeRecord {
        do {
            let opened = try EnvelopeSealing.open(record: file.sealed, id: file.envelope.text, key: key)
            let record = try opened.withBytes { try JSONDecoder().decode(EnvelopeRecord.self, from: Data($0)) }
            guard record.envelope == file.envelope else { throw SealingError.notAuthentic }
            return record
        } catch {
            throw Failure(
                .invalid,
                "the record of envelope `\(file.envelope)` was changed, or is not of this envelope",
                remedy: "bring the file as the opening wrote it",
            )
        }
    }
}

extension Change {
    /// A person whose envelope is unaccounted for gets no other.
    fileprivate func requireNoMissedEnvelope(_ person: User) throws {
        let missed = try EnvelopeTable.all(state: .missed, in: connection).first { $0.person == person.id }
        guard let missed else { return }
        throw Failure(
            .conflict,
            "envelope `\(missed.id)` of \(person.email) did not come back",
            remedy: "bring it back, or its record, first",
        )
    }
}

extension Envelope {
    var subject: Event.Subject { Event.Subject(kind: "envelope", id: id.text, name: "\(personEmail) to \(system)") }

    var detail: [String: String] {
        ["envelope": id.text, "person": personEmail, "system": system, "expires": expires.text]
    }
}
