import SQLEngine

extension StoreSchema {
    static let levels = Migration(
        17,
        "levels of enforcement",
        [
            """
            CREATE TABLE levels (
                subject_kind {text} NOT NULL,
                subject {id} NOT NULL,
                level {text} NOT NULL,
                until {time},
                reason {text} NOT NULL,
                set_by {text} NOT NULL,
                set_at {time} NOT NULL,
                request {id},
                PRIMARY KEY (subject_kind, subject)
            ){clustered}
            """
        ],
    )
}
