ALTER TABLE copies DROP CONSTRAINT uq_copies_barcode;
UPDATE copies SET barcode = 'L' || lpad((id - 1)::text, 6, '0') WHERE id % 280 = 0;
