import SQLEngine

extension StoreSchema {
    /// What lies behind an identity, and when it was registered first.
    static let identityReach = Migration(
        19,
        "identity reach",
        [
            "ALTER TABLE identities ADD COLUMN reaches {json} NOT NULL DEFAULT '[]'",
            "ALTER TABLE identities ADD COLUMN registered {time}",
        ],
    )
}
