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
