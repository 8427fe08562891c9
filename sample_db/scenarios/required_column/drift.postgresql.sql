ALTER TABLE copies DROP COLUMN acquired_on;
