CREATE TABLE payments_new (LIKE payments INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO payments_new SELECT * FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
ALTER TABLE payments
    ADD CONSTRAINT pk_payments PRIMARY KEY (id),
    ADD CONSTRAINT fk_payments_fine_id_fines FOREIGN KEY (fine_id) REFERENCES fines (id) ON DELETE RESTRICT NOT VALID;
CREATE INDEX ix_payments_fine_id ON payments (fine_id);
