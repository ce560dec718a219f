import SQLEngine

extension StoreSchema {
    static let callbacks = Migration(
        20,
        "callbacks of requests",
        [
            "ALTER TABLE webhooks ADD COLUMN request {id}",
            "CREATE INDEX webhooks_by_request ON webhooks (request)",
        ],
    )
}
