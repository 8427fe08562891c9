ALTER TABLE members RENAME COLUMN phone TO telephone;
