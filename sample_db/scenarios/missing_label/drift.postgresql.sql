ALTER TABLE copies DROP CONSTRAINT ck_copies_status;
UPDATE copies SET status = 'available' WHERE status = 'in_repair';
ALTER TABLE copies ADD CONSTRAINT ck_copies_status CHECK (status IN ('available', 'on_loan', 'lost'));
