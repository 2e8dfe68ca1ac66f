-- What tells how much of a report's wording others share: Heliograph.Documents.TextSketch. A text without words has none.
CREATE TABLE sketch (
    report   bigint  PRIMARY KEY REFERENCES report,
    shingles integer NOT NULL,          -- how many different ones the text has
    marks    bytea   NOT NULL           -- 256 numbers of 16 bits, the lower byte first
);

-- The keys by which a sketch is found: reports that resemble one another share one.
CREATE TABLE band (
    key      bigint  NOT NULL,
    report   bigint  NOT NULL REFERENCES report,
    PRIMARY KEY (key, report)
);

-- Which reports may be versions of one another: those of one address, and those of one outlet and title.
CREATE TABLE version (
    key      text    COLLATE "C" NOT NULL, -- url:, or title:, and the first 16 hex digits of a SHA-256
    place    text    COLLATE "C" NOT NULL, -- the earlier version first: its day, how long it is, the beginning of its id
    report   bigint  NOT NULL REFERENCES report,
    PRIMARY KEY (key, place, report)
);

CREATE INDEX version_of_report ON version (report);

-- Entries that tell the same: events of one type, day, actors and recipients; statements of the same words. NULL: it cannot be told.
ALTER TABLE entry ADD COLUMN tells bigint;
CREATE INDEX entry_of_tells ON entry (tells, report) WHERE stands = 1 AND tells IS NOT NULL;

-- What an act is, as one number of its class, factuality and voice, beside each of those who take part: what someone does is counted from
-- an index alone. An entry that stands no more has nobody who takes part.
DROP INDEX party_of_actor;
DROP INDEX party_of_code;
DROP INDEX party_of_sector;
ALTER TABLE party ADD COLUMN act integer;  -- of events; 16 times the class, twice the place of the factuality, and 1 where a source tells it
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
    actor     text COLLATE "C" NOT NULL,
    recipient text COLLATE "C" NOT NULL,
    entry     bigint NOT NULL REFERENCES entry,
    act       integer NOT NULL,
    day       text COLLATE "C" NOT NULL,         -- the entry's
    PRIMARY KEY (actor, recipient, entry) INCLUDE (act, day)
);

INSERT INTO tie SELECT DISTINCT who.actor, whom.actor, who.entry, who.act, who.day FROM party who JOIN party whom ON whom.entry = who.entry
WHERE who.role = 'actor' AND whom.role = 'recipient' AND who.actor <> whom.actor AND who.act IS NOT NULL ORDER BY 1, 2, 3;

-- Places on the map, as events name them.
CREATE TABLE site (
    number    bigint PRIMARY KEY,      -- the first eight bytes of a SHA-256 of all that follows
    name      text NOT NULL,
    country   text,
    latitude  double precision NOT NULL,
    longitude double precision NOT NULL,
    precision text NOT NULL
);

-- Which of them a standing event was at.
CREATE TABLE spot (
    entry     bigint NOT NULL REFERENCES entry,
    site      bigint NOT NULL REFERENCES site,
    act       integer NOT NULL,
    day       text COLLATE "C" NOT NULL,         -- the entry's
    PRIMARY KEY (entry, site)
);

CREATE INDEX spot_of_site ON spot (site, act, day);

-- The words of the title of what was read, or of the name it was read by, to be found by their beginnings.
CREATE TABLE title (
    word      text COLLATE "C" NOT NULL,         -- small plain letters and digits
    reading   bigint NOT NULL REFERENCES reading,
    PRIMARY KEY (word, reading)
);
