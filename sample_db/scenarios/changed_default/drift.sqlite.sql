PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE events_new (
    id INTEGER NOT NULL,
    branch_id INTEGER NOT NULL,
    room_number INTEGER NOT NULL,
    title VARCHAR(120) COLLATE NOCASE NOT NULL,
    starts_at DATETIME NOT NULL,
    minutes INTEGER DEFAULT 45 NOT NULL,
    details JSON DEFAULT '{}' NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT fk_events_branch_id_room_number_rooms FOREIGN KEY (branch_id, room_number)
        REFERENCES rooms (branch_id, number) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT uq_events_branch_id_room_number_starts_at UNIQUE (branch_id, room_number, starts_at)
);
INSERT INTO events_new SELECT * FROM events;
DROP TABLE events;
ALTER TABLE events_new RENAME TO events;
CREATE INDEX ix_events_starts_at ON events (starts_at);
COMMIT;
