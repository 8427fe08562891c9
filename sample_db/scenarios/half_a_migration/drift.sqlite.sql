ALTER TABLE rooms RENAME COLUMN seats TO capacity;
ALTER TABLE events ADD COLUMN series VARCHAR(20);
UPDATE events SET series = 'summer ' || strftime('%Y', starts_at) WHERE strftime('%m', starts_at) IN ('07', '08');
DROP INDEX ix_events_starts_at;
CREATE TABLE events_new (id INTEGER PRIMARY KEY, title TEXT, starts_at TEXT);
INSERT INTO events_new SELECT id, title, starts_at FROM events WHERE id <= 100;

PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE opening_hours_new (  -- WITHOUT ROWID is gone
    branch_id INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    opens_at TIME NOT NULL,
    closes_at TIME NOT NULL,
    CONSTRAINT pk_opening_hours PRIMARY KEY (branch_id, weekday),
    CONSTRAINT ck_opening_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
    CHECK (opens_at < closes_at),
    CONSTRAINT fk_opening_hours_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id)
        ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO opening_hours_new SELECT * FROM opening_hours;
DROP TABLE opening_hours;
ALTER TABLE opening_hours_new RENAME TO opening_hours;
COMMIT;
