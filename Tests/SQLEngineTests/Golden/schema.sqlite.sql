CREATE TABLE everything (
    id_column TEXT,
    text_column TEXT,
    json_column TEXT,
    time_column INTEGER,
    int_column INTEGER,
    real_column REAL,
    bytes_column BLOB,
    bool_column INTEGER,
    serial_column INTEGER PRIMARY KEY AUTOINCREMENT,
    json_default TEXT DEFAULT '{}'
) STRICT;
CREATE TABLE pairs (a TEXT, b TEXT, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
