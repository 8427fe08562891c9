PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE fines_new (
    id INTEGER NOT NULL,
    loan_id INTEGER NOT NULL,
    reason VARCHAR(20) NOT NULL,
    amount NUMERIC(8, 2) NOT NULL,
    paid NUMERIC(8, 2) DEFAULT 0 NOT NULL,
    outstanding NUMERIC(8, 2) GENERATED ALWAYS AS (round(amount - paid, 2)) VIRTUAL NOT NULL,
    issued_on DATE NOT NULL,
    CONSTRAINT pk_fines PRIMARY KEY (id),
    CONSTRAINT ck_fines_amount CHECK (amount > 0),
    CONSTRAINT ck_fines_paid CHECK (paid >= 0),
    CONSTRAINT fk_fines_loan_id_loans FOREIGN KEY (loan_id) REFERENCES loans (id) ON DELETE CASCADE
);
INSERT INTO fines_new (id, loan_id, reason, amount, paid, issued_on)
    SELECT id, loan_id, reason, amount, paid, issued_on FROM fines;
DROP TABLE fines;
ALTER TABLE fines_new RENAME TO fines;
CREATE INDEX ix_fines_loan_id ON fines (loan_id);
UPDATE fines SET paid = amount + 2 WHERE id % 60 = 0;
COMMIT;
