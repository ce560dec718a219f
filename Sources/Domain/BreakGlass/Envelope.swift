/// A sealed envelope, made beforehand, by which one person can reach one system when Penstock cannot be reached.
///
/// What is in it stands in its file only, under a code that was shown once; the store keeps the key of the record that
/// opening it writes.
package struct Envelope: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "env"

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case prepared
        /// Opened, and its record brought back.
        case imported
        /// Brought back unopened; it opens nothing any more.
        case returned
        /// Neither came back in time.
        case missed
    }

    package var id: ID<Envelope>
    package var identity: ID<Identity>
    package var identityName: String
    package var person: ID<User>
    package var personEmail: String
    package var system: String
    package var prepared: Instant
    package var preparedBy: String
    package var expires: Instant
    package var longestMinutes: Int
    package var state: State
    package var settled: Instant?

    package init(
        id: ID<Envelope>,
        identity: Identity,
        person: User,
        system: String,
        prepared: Instant,
        preparedBy: String,
        expires: Instant,
        longestMinutes: Int,
    ) {
        self.id = id
        self.identity = identity.id
        identityName = identity.name
        self.person = person.id
        personEmail = person.email
        self.system = system
        self.prepared = prepared
        self.preparedBy = preparedBy
        self.expires = expires
        self.longestMinutes = longestMinutes
        state = .prepared
    }
}

/// The file an envelope is kept in.
package struct EnvelopeFile: Sendable, Hashable, Codable {
    package static let format = "penstock-envelope-1"

    package var format: String
    package var envelope: Envelope
    /// Sealed under the code: the system's credential and the key of the record, in hex; nil once it was opened.
    package var sealed: String?

    package init(envelope: Envelope, sealed: String?) {
        format = Self.format
        self.envelope = envelope
        self.sealed = sealed
    }
}

/// What is sealed in an envelope, as JSON.
package struct EnvelopeContent: Codable {
    package var credential: String
    /// In hex.
    package var recordKey: String

    package init(credential: String, recordKey: String) {
        self.credential = credential
        self.recordKey = recordKey
    }
}

/// What opening an envelope writes down, sealed under the record key.
package struct EnvelopeRecord: Sendable, Hashable, Codable {
    package var envelope: ID<Envelope>
    package var opened: Instant
    package var minutes: Int
    package var reason: String
    package var ticket: String
    package var rollback: String

    package init(
        envelope: ID<Envelope>,
        opened: Instant,
        minutes: Int,
        reason: String,
        ticket: String,
        rollback: String,
    ) {
        self.envelope = envelope
        self.opened = opened
        self.minutes = minutes
        self.reason = reason
        self.ticket = ticket
        self.rollback = rollback
    }
}

/// The file of such a record.
package struct EnvelopeRecordFile: Sendable, Hashable, Codable {
    package static let format = "penstock-envelope-record-1"

    package var format: String
    package var envelope: ID<Envelope>
    /// In hex.
    package var sealed: String

    package init(envelope: ID<Envelope>, sealed: String) {
        format = Self.format
        self.envelope = envelope
        self.sealed = sealed
    }
}
