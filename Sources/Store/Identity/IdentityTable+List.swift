package import Domain
package import SQLEngine

extension IdentityTable {
    /// The identities that a filter takes, sorted and paged as it says.
    ///
    /// - Throws: `InvalidCursor` when the cursor is not of this list and order.
    package static func list(
        _ filter: IdentityFilter = IdentityFilter(),
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Identity> {
        try listing(filter).page(page, in: connection, decode: decode)
    }

    package static func count(
        _ filter: IdentityFilter = IdentityFilter(),
        in connection: some Connection,
    ) throws -> Int {
        try listing(filter).count(in: connection)
    }

    private static func listing(_ filter: IdentityFilter) -> Listing {
        Listing(
            columns: "identities.*",
            from: "identities",
            conditions: conditions(filter),
            order: order(filter.sort, descending: filter.descending),
        )
    }

    private static func conditions(_ filter: IdentityFilter) -> [Query] {
        var conditions: [Query] = []
        if let text = filter.text, !text.isEmpty {
            let pattern = LikePattern(containing: text.searchable)
            conditions.append(
                #"""
                search LIKE \#(pattern) ESCAPE '\'
                OR owner IN (SELECT id FROM users WHERE search LIKE \#(pattern) ESCAPE '\')
                """#
            )
        }
        if !filter.states.isEmpty { conditions.append("state IN (\(sorted(filter.states)))") }
        if !filter.classes.isEmpty { conditions.append("class IN (\(sorted(filter.classes)))") }
        if !filter.kinds.isEmpty { conditions.append("kind IN (\(sorted(filter.kinds)))") }
        if let vendor = filter.vendor { conditions.append("vendor = \(vendor.storable)") }
        if let environment = filter.environment { conditions.append("environment = \(environment.storable)") }
        if let owner = filter.owner { conditions.append("owner = \(owner)") }
        if let source = filter.source { conditions.append("source = \(source)") }
        if filter.unowned { conditions.append("owner IS NULL") }
        if filter.touches == .identity { conditions.append("touches_identity = \(true)") }
        for reach in sorted(filter.reaches) {
            conditions.append(
                reach == .production
                    ? "environment = 'production'"
                    : #"reaches LIKE \#(LikePattern(containing: "\"\(reach.rawValue)\"")) ESCAPE '\'"#
            )
        }
        if let team = filter.team {
            conditions.append(
                """
                owner IN (
                    WITH RECURSIVE parts (id) AS (
                        SELECT id FROM teams WHERE id = \(team)
                        UNION SELECT m.member FROM team_members m JOIN parts p ON m.team = p.id WHERE m.kind = 'team'
                    )
                    SELECT m.member FROM team_members m JOIN parts p ON m.team = p.id WHERE m.kind = 'user'
                )
                """
            )
        }
        if let dataClass = filter.dataClass {
            let pattern = LikePattern(containing: "\"\(dataClass)\"")
            let moment = filter.moment ?? .distantPast
            conditions.append(
                #"""
                id IN (
                    SELECT g.identity FROM grants g JOIN systems s ON s.name = g.system
                    WHERE s.data_classes LIKE \#(pattern) ESCAPE '\' AND g.revoked IS NULL AND g.voided IS NULL
                        AND g.ends > \#(moment)
                )
                """#
            )
        }
        return conditions
    }

    // The same filter has to give the same statement, and a set has no order.
    private static func sorted<Value: RawRepresentable<String>>(_ values: Set<Value>) -> [Value] {
        values.sorted { $0.rawValue < $1.rawValue }
    }

    private static func order(_ sort: IdentityFilter.Sort, descending: Bool) -> Listing.Order {
        let (key, kind): (Query, Cursor.Key.Kind) =
            switch sort {
            case .name: ("name_key", .text)
            case .state: ("state", .text)
            case .identityClass: ("class_rank", .integer)
            case .environment: ("COALESCE(environment, '')", .text)
            // Never used counts as before all use, without an end as after every end.
            case .lastUsed: ("COALESCE(last_used, -9223372036854775807)", .integer)
            case .expires: ("COALESCE(expires, 9223372036854775807)", .integer)
            case .updated: ("updated", .integer)
            }
        return Listing.Order(
            name: "identities \(sort.rawValue)",
            key: key,
            kind: kind,
            id: "id",
            descending: descending,
        )
    }
}
