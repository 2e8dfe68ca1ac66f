-- One row, whose number grows with everything that is written: what was counted before may be kept until it does.
CREATE TABLE change (
    number   INTEGER NOT NULL
) STRICT;

INSERT INTO change (number) VALUES (0);

-- A page by any of these is one stretch of an index, newest first; what is often asked beside it is counted there too.
DROP INDEX entry_of_type;
CREATE INDEX entry_of_type ON entry (type, day, number, kind, quad, factuality, voiced) WHERE stands = 1;
CREATE INDEX entry_of_country ON entry (country, day, number, quad, factuality, voiced) WHERE stands = 1 AND country IS NOT NULL;
CREATE INDEX entry_of_outlet ON entry (outlet, day, number, kind, quad, factuality, voiced) WHERE stands = 1 AND outlet IS NOT NULL;
CREATE INDEX entry_of_mode ON entry (mode, day, number) WHERE stands = 1 AND mode IS NOT NULL;
CREATE INDEX entry_of_factuality ON entry (factuality, day, number, quad, voiced) WHERE stands = 1 AND factuality IS NOT NULL;
CREATE INDEX entry_of_voice ON entry (day, number) WHERE stands = 1 AND voiced = 1;
CREATE INDEX entry_of_published ON entry (published) WHERE stands = 1 AND published IS NOT NULL;
CREATE INDEX entry_of_confidence ON entry (kind, confidence, number) WHERE stands = 1 AND confidence IS NOT NULL;

-- What else is asked of those who take part stands in the index, so that nobody else's rows are looked up.
DROP INDEX party_of_actor;
DROP INDEX party_of_code;
DROP INDEX party_of_sector;
CREATE INDEX party_of_actor ON party (actor, day, entry, role) WHERE actor IS NOT NULL;
CREATE INDEX party_of_code ON party (code, day, entry, role, sector) WHERE code IS NOT NULL;
CREATE INDEX party_of_sector ON party (sector, day, entry, role) WHERE sector IS NOT NULL;

-- Where an event was: each of its places by the key of its name, and by that of the words that tell it.
CREATE TABLE location (
    entry    INTEGER NOT NULL REFERENCES entry,
    key      TEXT    NOT NULL,          -- small plain letters and digits
    day      TEXT    NOT NULL,          -- the entry's
    PRIMARY KEY (entry, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX location_of_key ON location (key, day, entry);

CREATE INDEX report_of_origin ON report (origin) WHERE origin IS NOT NULL;
CREATE INDEX report_of_revises ON report (revises) WHERE revises IS NOT NULL;
CREATE INDEX reading_of_input ON reading (input);
