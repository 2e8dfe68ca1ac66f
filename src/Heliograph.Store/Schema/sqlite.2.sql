-- What one run of the program was asked to read, with what, and how it ended.
CREATE TABLE run (
    number   INTEGER PRIMARY KEY,
    reader   TEXT    NOT NULL,          -- the program and the model
    settings TEXT    NOT NULL,          -- the options that bear on what is read, as on the command line
    began    TEXT    NOT NULL,          -- ISO 8601, UTC
    ended    TEXT                       -- NULL: still running, or killed
) STRICT;

-- What was not read, and why.
CREATE TABLE refusal (
    run      INTEGER NOT NULL REFERENCES run,
    place    INTEGER NOT NULL,          -- counted from 0 within the run
    input    TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

-- What each run read; a reading that came out as before is not kept twice, and belongs to both runs.
CREATE TABLE outcome (
    run      INTEGER NOT NULL REFERENCES run,
    reading  INTEGER NOT NULL REFERENCES reading,
    PRIMARY KEY (run, reading)
) STRICT, WITHOUT ROWID;

ALTER TABLE report ADD COLUMN origin INTEGER REFERENCES report; -- the report that this one copies; NULL: none is known
ALTER TABLE report ADD COLUMN revises INTEGER REFERENCES report; -- the report that this one is a newer version of

ALTER TABLE reading ADD COLUMN outlet TEXT;
ALTER TABLE reading ADD COLUMN published TEXT;       -- YYYY-MM-DD
ALTER TABLE reading ADD COLUMN stands INTEGER NOT NULL DEFAULT 1; -- 0: a later reading of this text and input took its place

-- Columns to search by; what they say is also in json.
ALTER TABLE entry ADD COLUMN stands INTEGER NOT NULL DEFAULT 1;   -- 0: superseded, no standing reading found it
ALTER TABLE entry ADD COLUMN mode TEXT;
ALTER TABLE entry ADD COLUMN quad INTEGER;           -- 1 to 4, as GDELT counts them; of events
ALTER TABLE entry ADD COLUMN voiced INTEGER NOT NULL DEFAULT 0;   -- 1: told by a source, not by the outlet itself
ALTER TABLE entry ADD COLUMN began TEXT;             -- first day of the event's time, YYYY-MM-DD
ALTER TABLE entry ADD COLUMN ended TEXT;             -- the day after its last
ALTER TABLE entry ADD COLUMN day TEXT NOT NULL DEFAULT '';        -- began, else the day of publication, else empty
ALTER TABLE entry ADD COLUMN published TEXT;
ALTER TABLE entry ADD COLUMN outlet TEXT;
ALTER TABLE entry ADD COLUMN country TEXT;           -- of its first place
ALTER TABLE entry ADD COLUMN confidence REAL;

CREATE INDEX entry_of_id ON entry (id);
CREATE INDEX entry_of_all ON entry (day, number) WHERE stands = 1;
CREATE INDEX entry_of_day ON entry (kind, day, number, quad, factuality, voiced) WHERE stands = 1;
CREATE INDEX entry_of_type ON entry (type, day, number, factuality, voiced) WHERE stands = 1;
-- What this reading says that an id leaves out (days, confidence, reasons), where it differs from the entry's first line
ALTER TABLE found ADD COLUMN json TEXT;

CREATE INDEX found_of_entry ON found (entry);

-- Who takes part in an entry: actor, recipient, source, or whom a mention names.
CREATE TABLE party (
    entry    INTEGER NOT NULL REFERENCES entry,
    place    INTEGER NOT NULL,          -- counted from 0 within the entry
    day      TEXT    NOT NULL,          -- the entry's
    role     TEXT    NOT NULL,
    actor    TEXT,                      -- an id of the register, or local to the report
    name     TEXT,
    code     TEXT,
    sector   TEXT,
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;

-- A page of an actor's entries, newest first, is one stretch of an index.
CREATE INDEX party_of_actor ON party (actor, day, entry);
CREATE INDEX party_of_code ON party (code, day, entry);
CREATE INDEX party_of_sector ON party (sector, day, entry);

-- Each pair of actor and recipient of a standing event, ready to be counted by month.
CREATE TABLE dyad (
    month      TEXT    NOT NULL,        -- YYYY-MM, or empty
    actor      TEXT    NOT NULL,        -- code, else empty
    recipient  TEXT    NOT NULL,
    quad       INTEGER NOT NULL,
    factuality TEXT    NOT NULL,
    voiced     INTEGER NOT NULL,
    entry      INTEGER NOT NULL REFERENCES entry,
    place      INTEGER NOT NULL,
    PRIMARY KEY (month, actor, recipient, quad, factuality, voiced, entry, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX dyad_of_entry ON dyad (entry);
CREATE INDEX dyad_of_pair ON dyad (actor, recipient, entry);

-- Words of each event and statement, to be searched; the row is the entry's number.
CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

-- What people said about entries and actors. It is tied to words, not to an entry's id, and so outlives a new reading.
CREATE TABLE correction (
    number   INTEGER PRIMARY KEY,
    report   INTEGER REFERENCES report, -- NULL: about an actor
    kind     TEXT    NOT NULL,          -- of the entry, or 'actor'
    anchor   TEXT    NOT NULL,          -- the spans of its trigger, cue or words, in code points; or an actor's id
    verb     TEXT    NOT NULL,          -- accept, reject, change, merge, split
    field    TEXT,
    value    TEXT,
    author   TEXT    NOT NULL,
    at       TEXT    NOT NULL,          -- ISO 8601, UTC
    reason   TEXT,
    undone   INTEGER NOT NULL DEFAULT 0 -- 1: taken back
) STRICT;

CREATE INDEX correction_of_anchor ON correction (report, kind, anchor);
