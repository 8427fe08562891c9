ALTER TABLE members DROP COLUMN birth_date;
