package import Domain
package import SQLEngine

/// The right of one import to write the next generation of a source, until it is done or has not written for a while.
package struct ImportClaim: Sendable, Hashable {
    package let run: ID<ImportRun>
    package let source: Source
    /// The generation that the import writes; one above what is seen.
    package let generation: Int64
    /// The last generation whose changes the identities have followed.
    package let followed: Int64
    /// Whether the source is seen already.
    package var isKnown: Bool { generation > 1 }
}

extension SourceTable {
    /// How long a claim holds without a sign of life of its import.
    package static let claimLife = Duration.seconds(30)

    /// Claims a source, which is made when there is none.
    ///
    /// - Returns: nil while another import has it.
    package static func claim(
        _ description: SourceDescription,
        for run: ID<ImportRun>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> ImportClaim? {
        let known = try connection.row(
            "SELECT * FROM sources WHERE root = \(description.root) AND format = \(description.format)"
        )
        guard let known else {
            let source = Source(id: ID(at: now), description: description, firstSeen: now, lastImport: now)
            guard try insert(source, generation: 0, in: connection) else { return nil }
            try connection.execute("UPDATE sources SET claim = \(run), claimed = \(now) WHERE id = \(source.id)")
            return ImportClaim(run: run, source: source, generation: 1, followed: 0)
        }
        let source = try decode(known)
        let claimed = try known.get("claimed", as: Instant?.self)
        if try !known.isNull("claim"), let claimed, claimed > now - claimLife { return nil }
        try connection.execute("UPDATE sources SET claim = \(run), claimed = \(now) WHERE id = \(source.id)")
        return ImportClaim(
            run: run,
            source: source,
            generation: try known.int64("generation") + 1,
            followed: try known.int64("followed"),
        )
    }

    /// Says that the import is alive.
    ///
    /// - Returns: false when the claim was lost to another import; nothing may be written then.
    package static func renew(_ claim: ImportClaim, at now: Instant, in connection: some Connection) throws -> Bool {
        try connection.execute(
            "UPDATE sources SET claimed = \(now) WHERE id = \(claim.source.id) AND claim = \(claim.run)"
        ) == 1
    }

    /// Shows the claim's generation in place of the one before.
    package static func advance(
        _ claim: ImportClaim,
        to description: SourceDescription,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        var source = claim.source
        source.description = description
        source.lastImport = now
        try update(source, in: connection)
        try connection.execute("UPDATE sources SET generation = \(claim.generation) WHERE id = \(source.id)")
    }

    /// Notes that the identities have followed all that is seen.
    package static func follow(_ source: ID<Source>, in connection: some Connection) throws {
        try connection.execute("UPDATE sources SET followed = generation WHERE id = \(source)")
    }

    /// Gives up all claims of an import.
    package static func release(_ run: ID<ImportRun>, in connection: some Connection) throws {
        try connection.execute("UPDATE sources SET claim = NULL, claimed = NULL WHERE claim = \(run)")
    }

    /// Sources that are seen at a generation which their identities have not followed: an import was cut off there.
    package static func unfollowed(in connection: some Connection) throws -> [Source] {
        try connection.rows("SELECT * FROM sources WHERE followed < generation AND generation > 0 ORDER BY id")
            .map(decode)
    }
}
