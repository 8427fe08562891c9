-- 2023, March: the network behind the counter
ALTER TABLE branches ADD COLUMN wifi_password varchar(40);
UPDATE branches SET wifi_password = 'quiet-please-' || id;

-- 2023, June: the same word as on the website
ALTER TABLE members RENAME COLUMN phone TO telephone;

-- 2023, September: remarks at the counter
ALTER TABLE members ADD COLUMN notes text;
UPDATE members SET notes = 'asks for large print' WHERE id % 75 = 0;

-- 2023, November: an import was faster without these, and brought the same people again
DROP INDEX ix_genres_parent_id;
DROP INDEX uq_members_email_lower;
UPDATE members SET email = (SELECT upper(twin.email) FROM members AS twin WHERE twin.id = members.id - 1)
    WHERE id % 300 = 0;

-- 2024, January: publishers, until the models know them
CREATE TABLE publishers (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO publishers VALUES (1, 'Heron House'), (2, 'Lantern Press'), (3, 'Port Sella Books');
ALTER TABLE books ADD COLUMN publisher_id integer CONSTRAINT fk_books_publisher REFERENCES publishers (id);
UPDATE books SET publisher_id = id % 3 + 1 WHERE id % 2 = 0;

-- 2024, February: the supplier's word for reservations, and a queue that shows what is ready
ALTER TABLE reservations RENAME TO holds;
DROP INDEX ix_reservations_book_id_placed_at;
CREATE INDEX ix_reservations_book_id_placed_at ON holds (book_id, placed_at) WHERE status IN ('waiting', 'ready');

-- 2024, April: a copy, just in case
CREATE TABLE loans_2023 AS SELECT * FROM loans WHERE loaned_on BETWEEN '2023-01-01' AND '2023-12-31';

-- 2024, May: loans from the mobile library: no due date, nine renewals, no staff
ALTER TABLE loans
    ALTER due_on DROP NOT NULL,
    DROP CONSTRAINT ck_loans_renewals,
    ADD CONSTRAINT ck_loans_renewals CHECK (renewals BETWEEN 0 AND 9),
    DROP CONSTRAINT fk_loans_staff_id_staff;
DROP INDEX ix_loans_member_id_loaned_on;
CREATE INDEX ix_loans_member_id_loaned_on ON loans (member_id, loaned_on);
UPDATE loans SET due_on = NULL WHERE id <= 60;
UPDATE loans SET renewals = 7 WHERE id % 500 = 0;

-- 2024, July: fines as the till exports them; it has no word for a lost book
ALTER TABLE fines ALTER paid DROP DEFAULT, DROP COLUMN outstanding;
ALTER TABLE fines ADD COLUMN outstanding numeric(8, 2) GENERATED ALWAYS AS (amount - paid) STORED NOT NULL;
ALTER TYPE fine_reason RENAME TO fine_reason_old;
CREATE TYPE fine_reason AS ENUM ('late', 'damaged');
ALTER TABLE fines ALTER reason TYPE fine_reason USING reason::text::fine_reason;
DROP TYPE fine_reason_old;

-- 2024, July: payments, loaded from the till with numbers of its own; vouchers came later
ALTER TABLE payments ALTER id DROP IDENTITY;
ALTER TABLE payments ADD COLUMN voucher varchar(12);
UPDATE payments SET voucher = 'V' || id WHERE method = 'online';

-- 2024, October: labels were reprinted; nobody repairs copies here
ALTER TABLE copies DROP CONSTRAINT uq_copies_barcode, DROP CONSTRAINT ck_copies_status;
UPDATE copies SET status = 'available' WHERE status = 'in_repair';
ALTER TABLE copies ADD CONSTRAINT ck_copies_status CHECK (status IN ('available', 'on_loan', 'lost'));

-- 2025, January: credits
ALTER TABLE book_authors
    ALTER position SET DEFAULT 0,
    DROP CONSTRAINT fk_book_authors_book_id_books,
    ADD CONSTRAINT fk_book_authors_book_id_books FOREIGN KEY (book_id) REFERENCES books (id) ON DELETE RESTRICT;

-- 2025, March: opening hours, loaded anew each night
ALTER TABLE opening_hours
    DROP CONSTRAINT ck_opening_hours_weekday,
    DROP CONSTRAINT fk_opening_hours_branch_id_branches,
    ADD CONSTRAINT fk_opening_hours_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id)
        ON DELETE CASCADE;
ALTER TABLE opening_hours SET UNLOGGED;

-- 2025, May: pay as the pay office exports it
ALTER TABLE staff ALTER monthly_pay TYPE varchar(12);
