-- What tells how much of a report's wording others share: Heliograph.Documents.TextSketch. A text without words has none.
CREATE TABLE sketch (
    report   INTEGER PRIMARY KEY REFERENCES report,
    shingles INTEGER NOT NULL,          -- how many different ones the text has
    marks    BLOB    NOT NULL           -- 256 numbers of 16 bits, the lower byte first
) STRICT;

-- The keys by which a sketch is found: reports that resemble one another share one.
CREATE TABLE band (
    key      INTEGER NOT NULL,
    report   INTEGER NOT NULL REFERENCES report,
    PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;

-- Which reports may be versions of one another: those of one address, and those of one outlet and title.
CREATE TABLE version (
    key      TEXT    NOT NULL,          -- url:, or title:, and the first 16 hex digits of a SHA-256
    place    TEXT    NOT NULL,          -- the earlier version first: its day, how long it is, the beginning of its id
    report   INTEGER NOT NULL REFERENCES report,
    PRIMARY KEY (key, place, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX version_of_report ON version (report);

-- Entries that tell the same: events of one type, day, actors and recipients; statements of the same words. NULL: it cannot be told.
ALTER TABLE entry ADD COLUMN tells INTEGER;
CREATE INDEX entry_of_tells ON entry (tells, report) WHERE stands = 1 AND tells IS NOT NULL;

-- What an act is, as one number of its class, factuality and voice, beside each of those who take part: what someone does is counted from
-- an index alone. An entry that stands no more has nobody who takes part.
DROP INDEX party_of_actor;
DROP INDEX party_of_code;
DROP INDEX party_of_sector;
ALTER TABLE party ADD COLUMN act INTEGER;  -- of events; 16 times the class, twice the place of the factuality, and 1 where a source tells it
DELETE FROM party WHERE entry IN (SELECT number FROM entry WHERE stands = 0);
UPDATE party SET act = entry.quad * 16 + entry.voiced + 2 * CASE entry.factuality
    WHEN 'happened' THEN 0 WHEN 'ongoing' THEN 1 WHEN 'did not happen' THEN 2 WHEN 'planned' THEN 3
    WHEN 'possible' THEN 4 WHEN 'conditional' THEN 5 WHEN 'asked for' THEN 6 END
FROM entry WHERE entry.number = party.entry AND entry.quad IS NOT NULL;
CREATE INDEX party_of_actor ON party (actor, day, entry, role, act) WHERE actor IS NOT NULL;
CREATE INDEX party_of_code ON party (code, day, entry, role, sector, act) WHERE code IS NOT NULL;
CREATE INDEX party_of_sector ON party (sector, day, entry, role, act) WHERE sector IS NOT NULL;

-- Who did something to whom in a standing event, by their ids, ready to be counted by pair.
CREATE TABLE tie (
    actor     TEXT NOT NULL,
    recipient TEXT NOT NULL,
    entry     INTEGER NOT NULL REFERENCES entry,
    act       INTEGER NOT NULL,
    day       TEXT NOT NULL,         -- the entry's
    PRIMARY KEY (actor, recipient, entry)
) STRICT, WITHOUT ROWID;

INSERT INTO tie SELECT DISTINCT who.actor, whom.actor, who.entry, who.act, who.day FROM party who JOIN party whom ON whom.entry = who.entry
WHERE who.role = 'actor' AND whom.role = 'recipient' AND who.actor <> whom.actor AND who.act IS NOT NULL ORDER BY 1, 2, 3;

-- Places on the map, as events name them.
CREATE TABLE site (
    number    INTEGER PRIMARY KEY,      -- the first eight bytes of a SHA-256 of all that follows
    name      TEXT NOT NULL,
    country   TEXT,
    latitude  REAL NOT NULL,
    longitude REAL NOT NULL,
    precision TEXT NOT NULL
) STRICT;

-- Which of them a standing event was at.
CREATE TABLE spot (
    entry     INTEGER NOT NULL REFERENCES entry,
    site      INTEGER NOT NULL REFERENCES site,
    act       INTEGER NOT NULL,
    day       TEXT NOT NULL,         -- the entry's
    PRIMARY KEY (entry, site)
) STRICT, WITHOUT ROWID;

CREATE INDEX spot_of_site ON spot (site, act, day);

-- The words of the title of what was read, or of the name it was read by, to be found by their beginnings.
CREATE TABLE title (
    word      TEXT NOT NULL,         -- small plain letters and digits
    reading   INTEGER NOT NULL REFERENCES reading,
    PRIMARY KEY (word, reading)
) STRICT, WITHOUT ROWID;
