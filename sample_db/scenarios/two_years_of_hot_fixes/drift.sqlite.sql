-- 2023, March: the network behind the counter
ALTER TABLE branches ADD COLUMN wifi_password VARCHAR(40);
UPDATE branches SET wifi_password = 'quiet-please-' || id;

-- 2023, June: the same word as on the website
ALTER TABLE members RENAME COLUMN phone TO telephone;

-- 2023, September: remarks at the counter
ALTER TABLE members ADD COLUMN notes TEXT;
UPDATE members SET notes = 'asks for large print' WHERE id % 75 = 0;

-- 2023, November: an import was faster without these, and brought the same people again
DROP INDEX ix_genres_parent_id;
DROP INDEX uq_members_email_lower;
UPDATE members SET email = (SELECT upper(twin.email) FROM members AS twin WHERE twin.id = members.id - 1)
    WHERE id % 300 = 0;

-- 2024, January: publishers, until the models know them
CREATE TABLE publishers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO publishers VALUES (1, 'Heron House'), (2, 'Lantern Press'), (3, 'Port Sella Books');
ALTER TABLE books ADD COLUMN publisher_id INTEGER CONSTRAINT fk_books_publisher REFERENCES publishers (id);
UPDATE books SET publisher_id = id % 3 + 1 WHERE id % 2 = 0;

-- 2024, February: the supplier's word for reservations, and a queue that shows what is ready
ALTER TABLE reservations RENAME TO holds;
DROP INDEX ix_reservations_book_id_placed_at;
CREATE INDEX ix_reservations_book_id_placed_at ON holds (book_id, placed_at) WHERE status IN ('waiting', 'ready');

-- 2024, April: a copy, just in case
CREATE TABLE loans_2023 AS SELECT * FROM loans WHERE loaned_on BETWEEN '2023-01-01' AND '2023-12-31';

PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;

-- 2024, May: loans from the mobile library: no due date, nine renewals, no staff
CREATE TABLE loans_new (
    id INTEGER NOT NULL,
    copy_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    staff_id INTEGER,
    loaned_on DATE NOT NULL,
    due_on DATE,
    returned_on DATE,
    renewals INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_loans PRIMARY KEY (id),
    CONSTRAINT ck_loans_due_on CHECK (due_on >= loaned_on),
    CONSTRAINT ck_loans_returned_on CHECK (returned_on IS NULL OR returned_on >= loaned_on),
    CONSTRAINT ck_loans_renewals CHECK (renewals BETWEEN 0 AND 9),
    CONSTRAINT fk_loans_copy_id_copies FOREIGN KEY (copy_id) REFERENCES copies (id) ON DELETE RESTRICT,
    CONSTRAINT fk_loans_member_id_members FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE RESTRICT
);
INSERT INTO loans_new SELECT * FROM loans;
DROP TABLE loans;
ALTER TABLE loans_new RENAME TO loans;
CREATE INDEX ix_loans_member_id_loaned_on ON loans (member_id, loaned_on);
CREATE INDEX ix_loans_due_on_open ON loans (due_on) WHERE returned_on IS NULL;
CREATE UNIQUE INDEX uq_loans_copy_id_open ON loans (copy_id) WHERE returned_on IS NULL;
CREATE TRIGGER copy_goes_out AFTER INSERT ON loans WHEN NEW.returned_on IS NULL
BEGIN
    UPDATE copies SET status = 'on_loan' WHERE id = NEW.copy_id;
END;
CREATE TRIGGER copy_comes_back AFTER UPDATE OF returned_on ON loans
WHEN OLD.returned_on IS NULL AND NEW.returned_on IS NOT NULL
BEGIN
    UPDATE copies SET status = 'available' WHERE id = NEW.copy_id;
END;
UPDATE loans SET due_on = NULL WHERE id <= 60;
UPDATE loans SET renewals = 7 WHERE id % 500 = 0;

-- 2024, July: fines, rebuilt by a tool
CREATE TABLE fines_new (
    id INTEGER NOT NULL,
    loan_id INTEGER NOT NULL,
    reason VARCHAR(20) NOT NULL,
    amount NUMERIC(8, 2) NOT NULL,
    paid NUMERIC(8, 2) NOT NULL,
    outstanding NUMERIC(8, 2) GENERATED ALWAYS AS (round(amount - paid, 2)) STORED NOT NULL,
    issued_on DATE NOT NULL,
    CONSTRAINT pk_fines PRIMARY KEY (id),
    CONSTRAINT ck_fines_amount CHECK (amount > 0),
    CONSTRAINT ck_fines_paid CHECK (paid BETWEEN 0 AND amount),
    CONSTRAINT fk_fines_loan_id_loans FOREIGN KEY (loan_id) REFERENCES loans (id) ON DELETE CASCADE
);
INSERT INTO fines_new (id, loan_id, reason, amount, paid, issued_on)
    SELECT id, loan_id, reason, amount, paid, issued_on FROM fines;
DROP TABLE fines;
ALTER TABLE fines_new RENAME TO fines;
CREATE INDEX ix_fines_loan_id ON fines (loan_id);

-- 2024, July: payments, rebuilt by the same tool; vouchers came later
CREATE TABLE payments_new (
    id INTEGER NOT NULL PRIMARY KEY,
    fine_id INTEGER NOT NULL,
    amount NUMERIC(8, 2) NOT NULL,
    method VARCHAR(10) DEFAULT 'cash' NOT NULL,
    paid_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT ck_payments_amount CHECK (amount > 0),
    CONSTRAINT fk_payments_fine_id_fines FOREIGN KEY (fine_id) REFERENCES fines (id) ON DELETE RESTRICT
);
INSERT INTO payments_new SELECT * FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX ix_payments_fine_id ON payments (fine_id);
ALTER TABLE payments ADD COLUMN voucher VARCHAR(12);
UPDATE payments SET voucher = 'V' || id WHERE method = 'online';

-- 2024, October: labels were reprinted; nobody repairs copies here
UPDATE copies SET status = 'available' WHERE status = 'in_repair';
CREATE TABLE copies_new (
    id INTEGER NOT NULL,
    book_id INTEGER NOT NULL,
    branch_id INTEGER NOT NULL,
    barcode VARCHAR(10) NOT NULL,
    status VARCHAR(20) DEFAULT 'available' NOT NULL,
    acquired_on DATE NOT NULL,
    price NUMERIC(8, 2) NOT NULL,
    CONSTRAINT pk_copies PRIMARY KEY (id),
    CONSTRAINT ck_copies_price CHECK (price >= 0),
    CONSTRAINT ck_copies_status CHECK (status IN ('available', 'on_loan', 'lost')),
    CONSTRAINT fk_copies_book_id_books FOREIGN KEY (book_id) REFERENCES books (id) ON DELETE RESTRICT,
    CONSTRAINT fk_copies_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE RESTRICT
);
INSERT INTO copies_new SELECT * FROM copies;
DROP TABLE copies;
ALTER TABLE copies_new RENAME TO copies;
CREATE INDEX ix_copies_book_id ON copies (book_id);
CREATE INDEX ix_copies_branch_id ON copies (branch_id);

-- 2025, January: credits
CREATE TABLE book_authors_new (
    book_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_book_authors PRIMARY KEY (book_id, author_id) ON CONFLICT IGNORE,
    CONSTRAINT uq_book_authors_book_id_position UNIQUE (book_id, position),
    CONSTRAINT fk_book_authors_book_id_books FOREIGN KEY (book_id) REFERENCES books (id) ON DELETE RESTRICT,
    CONSTRAINT fk_book_authors_author_id_authors FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE RESTRICT
);
INSERT INTO book_authors_new SELECT * FROM book_authors;
DROP TABLE book_authors;
ALTER TABLE book_authors_new RENAME TO book_authors;
CREATE INDEX ix_book_authors_author_id ON book_authors (author_id);

-- 2025, March: opening hours
CREATE TABLE opening_hours_new (
    branch_id INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    opens_at TIME NOT NULL,
    closes_at TIME NOT NULL,
    CONSTRAINT pk_opening_hours PRIMARY KEY (branch_id, weekday),
    CHECK (opens_at < closes_at),
    CONSTRAINT fk_opening_hours_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE CASCADE
);
INSERT INTO opening_hours_new SELECT * FROM opening_hours;
DROP TABLE opening_hours;
ALTER TABLE opening_hours_new RENAME TO opening_hours;

-- 2025, May: pay as the pay office exports it
CREATE TABLE staff_new (
    id INTEGER NOT NULL,
    branch_id INTEGER NOT NULL,
    manager_id INTEGER,
    name VARCHAR(80) NOT NULL,
    email VARCHAR(120) NOT NULL,
    role VARCHAR(20) NOT NULL,
    hired_on DATE NOT NULL,
    monthly_pay VARCHAR(12),
    CONSTRAINT pk_staff PRIMARY KEY (id),
    CONSTRAINT uq_staff_email UNIQUE (email),
    CONSTRAINT ck_staff_manager_is_another CHECK (manager_id <> id),
    CONSTRAINT fk_staff_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE RESTRICT,
    CONSTRAINT fk_staff_manager_id_staff FOREIGN KEY (manager_id) REFERENCES staff (id) ON DELETE SET NULL
);
INSERT INTO staff_new SELECT * FROM staff;
DROP TABLE staff;
ALTER TABLE staff_new RENAME TO staff;
CREATE INDEX ix_staff_branch_id ON staff (branch_id);
COMMIT;
