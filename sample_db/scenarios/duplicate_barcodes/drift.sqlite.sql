PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
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
    CONSTRAINT ck_copies_status CHECK (status IN ('available', 'on_loan', 'in_repair', 'lost')),
    CONSTRAINT fk_copies_book_id_books FOREIGN KEY (book_id) REFERENCES books (id) ON DELETE RESTRICT,
    CONSTRAINT fk_copies_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE RESTRICT
);
INSERT INTO copies_new SELECT * FROM copies;
DROP TABLE copies;
ALTER TABLE copies_new RENAME TO copies;
CREATE INDEX ix_copies_book_id ON copies (book_id);
CREATE INDEX ix_copies_branch_id ON copies (branch_id);
UPDATE copies SET barcode = printf('L%06d', id - 1) WHERE id % 280 = 0;
COMMIT;
