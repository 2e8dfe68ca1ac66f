CREATE TABLE report (
    number   INTEGER PRIMARY KEY,
    id       TEXT    NOT NULL UNIQUE,   -- sha256: and the SHA-256 of the text's UTF-8, hex
    length   INTEGER NOT NULL,          -- of the text's UTF-8, in bytes
    text     BLOB    NOT NULL           -- the text's UTF-8, compressed with Brotli
) STRICT;

-- What one reading of a report found. The last one of each text and input is what stands; the ones before stay.
CREATE TABLE reading (
    number   INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report,
    digest   TEXT    NOT NULL UNIQUE,   -- SHA-256 of head and lines, hex: the same reading is kept once
    head     TEXT    NOT NULL,          -- the report's own line without its text, JSON
    input    TEXT    NOT NULL,          -- the input's own id or file name
    reader   TEXT    NOT NULL           -- the program and the model that read it
) STRICT;

CREATE INDEX reading_of_report ON reading (report, input, number);

CREATE TABLE entry (
    number     INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL,        -- 16 bytes, written as 32 hex digits
    report     INTEGER NOT NULL REFERENCES report,
    kind       TEXT    NOT NULL,
    type       TEXT,
    factuality TEXT,                    -- of events
    position   INTEGER NOT NULL,        -- where it begins in the text, in Unicode code points
    json       TEXT    NOT NULL,        -- its line
    UNIQUE (report, id)                 -- in this order, so that the entries of a new report are written side by side
) STRICT;

-- Which entries a reading found, in text order.
CREATE TABLE found (
    reading  INTEGER NOT NULL REFERENCES reading,
    place    INTEGER NOT NULL,          -- counted from 0
    entry    INTEGER NOT NULL REFERENCES entry,
    PRIMARY KEY (reading, place)
) STRICT, WITHOUT ROWID;
