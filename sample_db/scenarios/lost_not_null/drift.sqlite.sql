PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE loans_new (
    id INTEGER NOT NULL,
    copy_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    staff_id INTEGER,
    loaned_on DATE NOT NULL,
    due_on DATE,
    returned_on DATE,
    renewals INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_loans PRIMARY KEY (id),
    CONSTRAINT ck_loans_due_on CHECK (due_on >= loaned_on),
    CONSTRAINT ck_loans_returned_on CHECK (returned_on IS NULL OR returned_on >= loaned_on),
    CONSTRAINT ck_loans_renewals CHECK (renewals BETWEEN 0 AND 5),
    CONSTRAINT fk_loans_copy_id_copies FOREIGN KEY (copy_id) REFERENCES copies (id) ON DELETE RESTRICT,
    CONSTRAINT fk_loans_member_id_members FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE RESTRICT,
    CONSTRAINT fk_loans_staff_id_staff FOREIGN KEY (staff_id) REFERENCES staff (id) ON DELETE SET NULL
);
INSERT INTO loans_new SELECT * FROM loans;
DROP TABLE loans;
ALTER TABLE loans_new RENAME TO loans;
CREATE INDEX ix_loans_member_id_loaned_on ON loans (member_id, loaned_on DESC);
CREATE INDEX ix_loans_due_on_open ON loans (due_on) WHERE returned_on IS NULL;
CREATE UNIQUE INDEX uq_loans_copy_id_open ON loans (copy_id) WHERE returned_on IS NULL;
CREATE TRIGGER copy_goes_out AFTER INSERT ON loans WHEN NEW.returned_on IS NULL
BEGIN
    UPDATE copies SET status = 'on_loan' WHERE id = NEW.copy_id;
END;
CREATE TRIGGER copy_comes_back AFTER UPDATE OF returned_on ON loans
WHEN OLD.returned_on IS NULL AND NEW.returned_on IS NOT NULL
BEGIN
    UPDATE copies SET status = 'available' WHERE id = NEW.copy_id;
END;
UPDATE loans SET due_on = NULL WHERE id <= 40;
COMMIT;
