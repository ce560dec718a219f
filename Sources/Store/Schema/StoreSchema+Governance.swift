import SQLEngine

extension StoreSchema {
    static let requests = Migration(
        6,
        "requests, approvals, people and teams",
        [
            """
            CREATE TABLE requests (
                id {id} PRIMARY KEY,
                kind {text} NOT NULL,
                state {text} NOT NULL,
                requester {text} NOT NULL,
                identity {id} REFERENCES identities (id),
                subject {text},
                digest {text} NOT NULL,
                opened {time} NOT NULL,
                due {time} NOT NULL,
                escalates {time} NOT NULL,
                lapses {time} NOT NULL,
                decided {time},
                document {json} NOT NULL
            ){strict}
            """,
            "CREATE INDEX requests_by_identity ON requests (identity, id)",
            "CREATE INDEX requests_by_state ON requests (state, id)",
            "CREATE INDEX requests_by_requester ON requests (requester, id)",
            """
            CREATE TABLE approvals (
                id {id} PRIMARY KEY,
                request {id} NOT NULL REFERENCES requests (id),
                seat {text} NOT NULL,
                person {text} NOT NULL,
                approver {text} NOT NULL,
                at {time} NOT NULL,
                decision {text} NOT NULL,
                digest {text} NOT NULL,
                ends {time} NOT NULL,
                voided {time},
                document {json} NOT NULL,
                UNIQUE (request, person),
                UNIQUE (request, seat)
            ){strict}
            """,
            """
            CREATE TABLE teams (
                id {id} PRIMARY KEY,
                name {text} NOT NULL UNIQUE,
                external_id {text},
                created {time} NOT NULL,
                updated {time} NOT NULL
            ){strict}
            """,
            """
            CREATE TABLE team_members (
                team {id} NOT NULL REFERENCES teams (id),
                kind {text} NOT NULL,
                member {id} NOT NULL,
                PRIMARY KEY (team, kind, member)
            ){clustered}
            """,
            "CREATE INDEX team_members_by_member ON team_members (member)",
            "ALTER TABLE users ADD COLUMN person {text}",
            "ALTER TABLE users ADD COLUMN external_id {text}",
            "CREATE INDEX users_by_person ON users (person)",
            """
            CREATE TABLE handovers (
                identity {id} PRIMARY KEY REFERENCES identities (id),
                departed {id} NOT NULL,
                began {time} NOT NULL,
                escalated {time}
            ){strict}
            """,
            "ALTER TABLE grants ADD COLUMN direction {text}",
            "ALTER TABLE grants ADD COLUMN conditions {json}",
            "ALTER TABLE grants ADD COLUMN task {text}",
            "ALTER TABLE grants ADD COLUMN request {id}",
            "ALTER TABLE grants ADD COLUMN approval {id}",
            "ALTER TABLE grants ADD COLUMN digest {text}",
            "ALTER TABLE grants ADD COLUMN voided {time}",
            "ALTER TABLE grants ADD COLUMN void_reason {text}",
            "ALTER TABLE identities ADD COLUMN system_purpose {text}",
            "ALTER TABLE identities ADD COLUMN pattern {text}",
            "ALTER TABLE identities ADD COLUMN stopped_by {id}",
            "ALTER TABLE identities ADD COLUMN suspension {text}",
            "ALTER TABLE identities ADD COLUMN approval {id}",
            "ALTER TABLE identities ADD COLUMN drift {text}",
        ],
    )
}
