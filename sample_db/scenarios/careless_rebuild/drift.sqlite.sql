PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE events_new (
    id INTEGER NOT NULL,
    branch_id INTEGER NOT NULL,
    room_number INTEGER NOT NULL,
    title VARCHAR(120) NOT NULL,
    starts_at DATETIME NOT NULL,
    minutes INTEGER DEFAULT 60 NOT NULL,
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
CREATE TABLE payments_new (
    id INTEGER NOT NULL PRIMARY KEY,
    fine_id INTEGER NOT NULL,
    amount NUMERIC(8, 2) NOT NULL,
    method VARCHAR(10) DEFAULT 'cash' NOT NULL,
    paid_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT ck_payments_amount CHECK (amount > 0),
    CONSTRAINT fk_payments_fine_id_fines FOREIGN KEY (fine_id) REFERENCES fines (id) ON DELETE RESTRICT
);
INSERT INTO payments_new SELECT * FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX ix_payments_fine_id ON payments (fine_id);
COMMIT;
