ALTER TABLE fines DROP CONSTRAINT ck_fines_paid, ADD CONSTRAINT ck_fines_paid CHECK (paid >= 0);
UPDATE fines SET paid = amount + 2 WHERE id % 60 = 0;
