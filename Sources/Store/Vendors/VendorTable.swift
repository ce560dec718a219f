package import Domain
package import SQLEngine

/// The vendors somebody wrote down.
package enum VendorTable {
    package static func put(_ vendor: Vendor, at now: Instant, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO vendors (name, runtime_owner, data_owner, contract_begins, contract_ends, stop_contact, updated)
            VALUES (\(vendor.name.storable), \(vendor.runtimeOwner), \(vendor.dataOwner), \(vendor.contractBegins),
                \(vendor.contractEnds), \(vendor.stopContact?.storable), \(now))
            ON CONFLICT (name) DO UPDATE SET runtime_owner = excluded.runtime_owner,
                data_owner = excluded.data_owner, contract_begins = excluded.contract_begins,
                contract_ends = excluded.contract_ends, stop_contact = excluded.stop_contact,
                updated = excluded.updated
            """
        )
    }

    package static func find(_ name: String, in connection: some Connection) throws -> Vendor? {
        try connection.row("SELECT * FROM vendors WHERE name = \(name.storable)").map(decode)
    }

    /// By name.
    package static func all(in connection: some Connection) throws -> [Vendor] {
        try connection.rows("SELECT * FROM vendors ORDER BY name").map(decode)
    }

    private static func decode(_ row: Row) throws -> Vendor {
        Vendor(
            name: try row.text("name"),
            runtimeOwner: try row.get("runtime_owner"),
            dataOwner: try row.get("data_owner"),
            contractBegins: try row.get("contract_begins"),
            contractEnds: try row.get("contract_ends"),
            stopContact: try row.get("stop_contact"),
        )
    }
}
