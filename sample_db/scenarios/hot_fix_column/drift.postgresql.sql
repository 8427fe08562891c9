ALTER TABLE members ADD COLUMN fax VARCHAR(20);
UPDATE members SET fax = '0800 55' || id WHERE id % 200 = 0;
