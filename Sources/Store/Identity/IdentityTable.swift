package import Domain
package import SQLEngine

/// The governed identities.
package enum IdentityTable {
    /// Adds identities; many at once is one round of a prepared statement.
    ///
    /// - Throws: `DatabaseError` of kind `constraintUnique` when an id or a workflow of a source has one already.
    package static func insert(_ identities: [Identity], in connection: some Connection) throws {
        try connection.batch(try identities.map(insertion))
    }

    package static func insert(_ identity: Identity, in connection: some Connection) throws {
        try connection.execute(try insertion(identity))
    }

    /// Writes all fields but id, first sight and last use.
    ///
    /// - Returns: false when there is no such identity.
    @discardableResult
    package static func update(_ identity: Identity, in connection: some Connection) throws -> Bool {
        try connection.execute(try change(identity)) == 1
    }

    /// As `update` for one, for many at once.
    ///
    /// - Returns: How many there were.
    @discardableResult
    package static func update(_ identities: [Identity], in connection: some Connection) throws -> Int {
        try connection.batch(try identities.map(change))
    }

    /// Moves the time of last use forward, never back.
    package static func touch(_ uses: [ID<Identity>: Instant], in connection: some Connection) throws {
        // Always in the same order, so that two writers cannot wait for each other.
        try connection.batch(uses.sorted { $0.key < $1.key }) { id, instant in
            """
            UPDATE identities SET last_used = \(instant)
            WHERE id = \(id) AND (last_used IS NULL OR last_used < \(instant))
            """
        }
    }

    package static func find(_ id: ID<Identity>, in connection: some Connection) throws -> Identity? {
        try connection.row("SELECT * FROM identities WHERE id = \(id)").map(decode)
    }

    /// Those of the given ids that exist, by id.
    package static func find(
        _ ids: some Collection<ID<Identity>>,
        in connection: some Connection,
    ) throws -> [ID<Identity>: Identity] {
        var found: [ID<Identity>: Identity] = [:]
        let all = Array(ids)
        for start in stride(from: 0, to: all.count, by: 500) {
            let part = Array(all[start..<min(start + 500, all.count)])
            for row in try connection.rows("SELECT * FROM identities WHERE id IN (\(part))") {
                let identity = try decode(row)
                found[identity.id] = identity
            }
        }
        return found
    }

    /// The identity that governs a workflow.
    package static func find(
        workflow: String,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> Identity? {
        try connection.row("SELECT * FROM identities WHERE source = \(source) AND workflow = \(workflow.storable)")
            .map(decode)
    }

    /// What a person may mean by `reference`: the identity of that id; else all of that exact name; else those whose
    /// id begins with it (at least four characters after the prefix and its underscore).
    ///
    /// - Returns: At most `limit`, by id. One is an answer, none and several are questions.
    package static func matching(
        _ reference: String,
        limit: Int = 5,
        in connection: some Connection,
    ) throws -> [Identity] {
        let reference = reference.storable
        if let id = ID<Identity>(reference), let exact = try find(id, in: connection) { return [exact] }
        let named = try connection.rows(
            """
            SELECT * FROM identities WHERE name_key = \(reference.sortKey) AND name = \(reference)
            ORDER BY id LIMIT \(limit)
            """
        )
        guard named.isEmpty, ID<Identity>(reference) != nil,
            reference.utf8.count >= Identity.idPrefix.utf8.count + 5
        else { return try named.map(decode) }
        // Letters, digits, `-`, `.` and `_` all sort below `~`.
        return try connection.rows(
            """
            SELECT * FROM identities WHERE id >= \(reference) AND id < \(reference + "~") ORDER BY id LIMIT \(limit)
            """
        ).map(decode)
    }

    /// The identities of a source that govern workflows or are principals of the given keys, by key.
    package static func byKey(
        _ kind: EstatePartKind,
        _ keys: [String],
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> [String: Identity] {
        let column: Query = kind == .principal ? "principal" : "workflow"
        var found: [String: Identity] = [:]
        for start in stride(from: 0, to: keys.count, by: 500) {
            let part = keys[start..<min(start + 500, keys.count)].map(\.storable)
            try connection.forEachRow(
                "SELECT * FROM identities WHERE source = \(source) AND \(column) IN (\(part))"
            ) { row in
                let identity = try decode(row)
                if let key = kind == .principal ? identity.principal : identity.workflow { found[key] = identity }
            }
        }
        return found
    }

    /// Everything that somebody answers for, by id.
    package static func owned(by user: ID<User>, in connection: some Connection) throws -> [Identity] {
        try connection.rows("SELECT * FROM identities WHERE owner = \(user) ORDER BY id").map(decode)
    }

    /// The active identities whose renewal or end is before `horizon`, that are handed over, or whose owner is not active any
    /// more, by id.
    package static func withDates(before horizon: Instant, in connection: some Connection) throws -> [Identity] {
        try connection.rows(
            """
            SELECT * FROM identities WHERE state = \(LifecycleState.active) AND (renewal <= \(horizon)
                OR expires <= \(horizon) OR id IN (SELECT identity FROM handovers)
                OR owner IN (SELECT id FROM users WHERE status <> \(User.Status.active)))
            ORDER BY id
            """
        ).map(decode)
    }

    /// Every identity, by id; one at a time in memory.
    package static func forEach(in connection: some Connection, _ body: (Identity) throws -> Void) throws {
        try connection.forEachRow("SELECT * FROM identities ORDER BY id") { try body(try decode($0)) }
    }

    private static func insertion(_ identity: Identity) throws -> Query {
        """
        INSERT INTO identities (id, kind, name, name_key, search, state, class, class_rank, class_reasons, level,
            source, workflow, owner, technical_owner, backup_approver, purpose, environment, function, vendor, renewal,
            expires, declared_reach, stop_path, copy_of, first_seen, updated, last_used, vanished,
            system_purpose, pattern, stopped_by, suspension, approval, drift, principal, touches_identity, reaches,
            registered)
        VALUES (\(identity.id), \(identity.kind), \(identity.name.storable), \(identity.name.sortKey),
            \(identity.search), \(identity.state), \(identity.classification.identityClass),
            \(identity.classification.identityClass.rank), \(try JSONColumn(identity.classification.reasons)),
            \(identity.level), \(identity.source), \(identity.workflow?.storable), \(identity.owner),
            \(identity.technicalOwner), \(identity.backupApprover), \(identity.purpose?.storable),
            \(identity.environment?.storable), \(identity.function?.storable), \(identity.vendor?.storable),
            \(identity.renewal), \(identity.expires), \(try JSONColumn(identity.declaredReach)),
            \(identity.stopPath?.storable), \(identity.copyOf), \(identity.firstSeen), \(identity.updated),
            \(identity.lastUsed), \(identity.vanished), \(identity.systemPurpose?.storable), \(identity.pattern),
            \(identity.stoppedBy), \(identity.suspension), \(identity.approval), \(identity.drift?.storable),
            \(identity.principal?.storable), \(identity.touchesIdentity), \(try JSONColumn(identity.reachNames)),
            \(identity.registered))
        """
    }

    private static func change(_ identity: Identity) throws -> Query {
        """
        UPDATE identities SET kind = \(identity.kind), name = \(identity.name.storable),
            name_key = \(identity.name.sortKey), search = \(identity.search), state = \(identity.state),
            class = \(identity.classification.identityClass),
            class_rank = \(identity.classification.identityClass.rank),
            class_reasons = \(try JSONColumn(identity.classification.reasons)), level = \(identity.level),
            source = \(identity.source), workflow = \(identity.workflow?.storable), owner = \(identity.owner),
            technical_owner = \(identity.technicalOwner), backup_approver = \(identity.backupApprover),
            purpose = \(identity.purpose?.storable), environment = \(identity.environment?.storable),
            function = \(identity.function?.storable), vendor = \(identity.vendor?.storable),
            renewal = \(identity.renewal), expires = \(identity.expires),
            declared_reach = \(try JSONColumn(identity.declaredReach)), stop_path = \(identity.stopPath?.storable),
            copy_of = \(identity.copyOf), updated = \(identity.updated), vanished = \(identity.vanished),
            system_purpose = \(identity.systemPurpose?.storable), pattern = \(identity.pattern),
            stopped_by = \(identity.stoppedBy), suspension = \(identity.suspension),
            approval = \(identity.approval), drift = \(identity.drift?.storable),
            principal = \(identity.principal?.storable), touches_identity = \(identity.touchesIdentity),
            reaches = \(try JSONColumn(identity.reachNames)), registered = \(identity.registered)
        WHERE id = \(identity.id)
        """
    }

    static func decode(_ row: Row) throws -> Identity {
        var identity = Identity(
            id: try row.get("id"),
            kind: try row.get("kind"),
            name: try row.text("name"),
            state: try row.get("state"),
            classification: Classification(try row.get("class"), reasons: try row.json("class_reasons")),
            firstSeen: try row.get("first_seen"),
        )
        identity.level = try row.get("level")
        identity.source = try row.get("source")
        identity.workflow = try row.get("workflow")
        identity.principal = try row.get("principal")
        identity.touchesIdentity = try row.bool("touches_identity")
        let reaches: [String] = try row.json("reaches")
        identity.reaches = reaches.compactMap(Reach.init)
        identity.registered = try row.get("registered")
        identity.owner = try row.get("owner")
        identity.technicalOwner = try row.get("technical_owner")
        identity.backupApprover = try row.get("backup_approver")
        identity.purpose = try row.get("purpose")
        identity.environment = try row.get("environment")
        identity.function = try row.get("function")
        identity.vendor = try row.get("vendor")
        identity.renewal = try row.get("renewal")
        identity.expires = try row.get("expires")
        identity.declaredReach = try row.json("declared_reach")
        identity.stopPath = try row.get("stop_path")
        identity.copyOf = try row.get("copy_of")
        identity.updated = try row.get("updated")
        identity.lastUsed = try row.get("last_used")
        identity.vanished = try row.get("vanished")
        identity.systemPurpose = try row.get("system_purpose")
        identity.pattern = try row.get("pattern")
        identity.stoppedBy = try row.get("stopped_by")
        identity.suspension = try row.get("suspension")
        identity.approval = try row.get("approval")
        identity.drift = try row.get("drift")
        return identity
    }
}

extension Identity {
    fileprivate var reachNames: [String] { reaches.map(\.rawValue) }

    fileprivate var search: String { [name, purpose ?? ""].joined(separator: "\n").searchable }
}

extension IdentityClass {
    /// Its place in the order of harm, by which lists sort.
    fileprivate var rank: Int { Self.allCases.count { $0 < self } }
}
