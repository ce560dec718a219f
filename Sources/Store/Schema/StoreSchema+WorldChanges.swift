import SQLEngine

extension StoreSchema {
    static let worldChanges = Migration(
        3,
        "world changes",
        [
            """
            CREATE TABLE world_changes (
                epoch {int} NOT NULL,
                ordinal {int} NOT NULL,
                kind {text} NOT NULL,
                id {text} NOT NULL,
                PRIMARY KEY (epoch, ordinal)
            ){clustered}
            """
        ],
    )
}
