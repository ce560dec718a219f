import SQLEngine

extension StoreSchema {
    static let spine = Migration(1, "spine", installation + estate + identity + access + people + running)

    private static let installation = [
        """
        CREATE TABLE installation (
            one {int} PRIMARY KEY CHECK (one = 1),
            id {text} NOT NULL,
            created {time} NOT NULL,
            key_check {bytes} NOT NULL
        ){strict}
        """,
        "CREATE TABLE settings (name {text} PRIMARY KEY, value {text} NOT NULL, updated {time} NOT NULL){clustered}",
        """
        CREATE TABLE sealed (
            kind {text} NOT NULL,
            id {text} NOT NULL,
            key_id {text} NOT NULL,
            bytes {bytes} NOT NULL,
            updated {time} NOT NULL,
            PRIMARY KEY (kind, id)
        ){strict}
        """,
    ]

    private static let estate = [
        """
        CREATE TABLE sources (
            id {id} PRIMARY KEY,
            root {text} NOT NULL,
            format {text} NOT NULL,
            kind {text} NOT NULL,
            environment {text},
            capabilities {json} NOT NULL,
            first_seen {time} NOT NULL,
            last_import {time} NOT NULL,
            UNIQUE (root, format)
        ){strict}
        """,
        """
        CREATE TABLE imports (
            id {id} PRIMARY KEY,
            source {id} NOT NULL REFERENCES sources (id),
            at {time} NOT NULL,
            actor {text} NOT NULL,
            counts {json} NOT NULL,
            added {int} NOT NULL,
            changed {int} NOT NULL,
            vanished {int} NOT NULL,
            unchanged {int} NOT NULL,
            rejected {json} NOT NULL
        ){strict}
        """,
        "CREATE INDEX imports_by_source ON imports (source, at)",
        """
        CREATE TABLE workflows (
            source {id} NOT NULL REFERENCES sources (id),
            key {text} NOT NULL,
            name {text} NOT NULL,
            path {text} NOT NULL,
            active {bool},
            digest {text} NOT NULL,
            clone_key {text},
            graph_key {text},
            first_seen {time} NOT NULL,
            updated {time} NOT NULL,
            vanished {time},
            document {json} NOT NULL,
            PRIMARY KEY (source, key)
        ){strict}
        """,
        "CREATE INDEX workflows_by_clone ON workflows (clone_key)",
        """
        CREATE TABLE credentials (
            source {id} NOT NULL REFERENCES sources (id),
            key {text} NOT NULL,
            kind {text} NOT NULL,
            name {text},
            fingerprint {text},
            environment {text},
            expires {time},
            first_seen {time} NOT NULL,
            updated {time} NOT NULL,
            vanished {time},
            document {json} NOT NULL,
            PRIMARY KEY (source, key)
        ){strict}
        """,
        "CREATE INDEX credentials_by_fingerprint ON credentials (fingerprint)",
        """
        CREATE TABLE workflow_credentials (
            source {id} NOT NULL,
            workflow {text} NOT NULL,
            step {text} NOT NULL,
            credential {text} NOT NULL,
            disabled {bool} NOT NULL,
            PRIMARY KEY (source, workflow, step, credential)
        ){clustered}
        """,
        "CREATE INDEX workflow_credentials_by_credential ON workflow_credentials (source, credential)",
        """
        CREATE TABLE callbacks (
            source {id} NOT NULL,
            workflow {text} NOT NULL,
            ordinal {int} NOT NULL,
            step {text} NOT NULL,
            methods {json} NOT NULL,
            path {text} NOT NULL,
            authentication {text},
            PRIMARY KEY (source, workflow, ordinal)
        ){clustered}
        """,
    ]

    private static let identity = [
        """
        CREATE TABLE identities (
            id {id} PRIMARY KEY,
            kind {text} NOT NULL,
            name {text} NOT NULL,
            name_key {text} NOT NULL,
            search {text} NOT NULL,
            state {text} NOT NULL,
            class {text} NOT NULL,
            class_rank {int} NOT NULL,
            class_reasons {json} NOT NULL,
            level {text} NOT NULL,
            source {id} REFERENCES sources (id),
            workflow {text},
            owner {id},
            technical_owner {id},
            backup_approver {id},
            purpose {text},
            environment {text},
            function {text},
            vendor {text},
            renewal {time},
            expires {time},
            declared_reach {json} NOT NULL,
            stop_path {text},
            copy_of {id},
            first_seen {time} NOT NULL,
            updated {time} NOT NULL,
            last_used {time},
            vanished {time},
            UNIQUE (source, workflow)
        ){strict}
        """,
        "CREATE INDEX identities_by_name ON identities (name_key, id)",
        "CREATE INDEX identities_by_owner ON identities (owner)",
        "CREATE INDEX identities_by_updated ON identities (updated, id)",
    ]

    private static let access = [
        """
        CREATE TABLE systems (
            name {text} PRIMARY KEY,
            title {text} NOT NULL,
            environment {text} NOT NULL,
            function {text},
            vendor {text},
            region {text},
            data_classes {json} NOT NULL,
            upstream {text},
            injection {json} NOT NULL,
            admin_paths {json} NOT NULL,
            created {time} NOT NULL,
            updated {time} NOT NULL
        ){strict}
        """,
        """
        CREATE TABLE grants (
            id {id} PRIMARY KEY,
            identity {id} NOT NULL REFERENCES identities (id),
            action {text} NOT NULL,
            system {text} NOT NULL,
            resource {text} NOT NULL,
            begins {time} NOT NULL,
            ends {time} NOT NULL,
            reason {text},
            granted_by {text} NOT NULL,
            revoked {time}
        ){strict}
        """,
        "CREATE INDEX grants_by_identity ON grants (identity, id)",
        "CREATE INDEX grants_by_system ON grants (system, id)",
        "CREATE INDEX grants_by_end ON grants (ends)",
        """
        CREATE TABLE leases (
            id {id} PRIMARY KEY,
            kind {text} NOT NULL,
            identity {id} NOT NULL REFERENCES identities (id),
            task {text},
            issued {time} NOT NULL,
            expires {time} NOT NULL,
            revoked {time}
        ){strict}
        """,
        "CREATE INDEX leases_by_identity ON leases (identity, id)",
        "CREATE INDEX leases_by_expiry ON leases (expires)",
        """
        CREATE TABLE clients (
            id {text} PRIMARY KEY,
            identity {id} NOT NULL REFERENCES identities (id),
            kind {text} NOT NULL,
            material {text} NOT NULL,
            created {time} NOT NULL,
            expires {time} NOT NULL,
            revoked {time}
        ){strict}
        """,
        "CREATE INDEX clients_by_identity ON clients (identity, id)",
        """
        CREATE TABLE used_assertions (
            client {text} NOT NULL,
            jti {text} NOT NULL,
            expires {time} NOT NULL,
            PRIMARY KEY (client, jti)
        ){clustered}
        """,
        "CREATE INDEX used_assertions_by_expiry ON used_assertions (expires)",
        """
        CREATE TABLE stops (
            id {id} PRIMARY KEY,
            identity {id} NOT NULL REFERENCES identities (id),
            reason {text} NOT NULL,
            stopped_by {text} NOT NULL,
            requested {time} NOT NULL,
            acknowledged {time} NOT NULL,
            leases_revoked {int} NOT NULL,
            nodes_confirmed {int} NOT NULL,
            nodes_expired {int} NOT NULL
        ){strict}
        """,
        "CREATE INDEX stops_by_identity ON stops (identity, id)",
    ]

    private static let people = [
        """
        CREATE TABLE users (
            id {id} PRIMARY KEY,
            email {text} NOT NULL UNIQUE,
            name {text} NOT NULL,
            search {text} NOT NULL,
            team {text},
            status {text} NOT NULL,
            roles {json} NOT NULL,
            shared_mailbox {bool} NOT NULL,
            created {time} NOT NULL,
            updated {time} NOT NULL
        ){strict}
        """,
        """
        CREATE TABLE passphrases (
            user_id {id} PRIMARY KEY REFERENCES users (id),
            verifier {text} NOT NULL,
            chosen {time} NOT NULL,
            failures {int} NOT NULL,
            blocked_until {time}
        ){strict}
        """,
        """
        CREATE TABLE sessions (
            digest {bytes} PRIMARY KEY,
            user_id {id} NOT NULL REFERENCES users (id),
            kind {text} NOT NULL,
            csrf {text} NOT NULL,
            created {time} NOT NULL,
            last_seen {time} NOT NULL,
            expires {time} NOT NULL
        ){strict}
        """,
        "CREATE INDEX sessions_by_user ON sessions (user_id)",
        "CREATE INDEX sessions_by_expiry ON sessions (expires)",
        """
        CREATE TABLE one_time_links (
            digest {bytes} PRIMARY KEY,
            user_id {id} NOT NULL REFERENCES users (id),
            created {time} NOT NULL,
            expires {time} NOT NULL,
            used {time}
        ){strict}
        """,
        "CREATE INDEX one_time_links_by_user ON one_time_links (user_id)",
    ]

    private static let running = [
        "CREATE TABLE world (one {int} PRIMARY KEY CHECK (one = 1), epoch {int} NOT NULL){strict}",
        "INSERT INTO world (one, epoch) VALUES (1, 1)",
        """
        CREATE TABLE nodes (
            id {text} PRIMARY KEY,
            name {text} NOT NULL,
            started {time} NOT NULL,
            epoch {int} NOT NULL,
            lease_until {time} NOT NULL
        ){strict}
        """,
        """
        CREATE TABLE idempotency (
            caller {text} NOT NULL,
            key {text} NOT NULL,
            request {bytes} NOT NULL,
            status {int},
            response {bytes},
            created {time} NOT NULL,
            expires {time} NOT NULL,
            PRIMARY KEY (caller, key)
        ){strict}
        """,
        "CREATE INDEX idempotency_by_expiry ON idempotency (expires)",
    ]
}
