PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE book_authors_new (
    book_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    position INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_book_authors PRIMARY KEY (book_id, author_id) ON CONFLICT IGNORE,
    CONSTRAINT uq_book_authors_book_id_position UNIQUE (book_id, position),
    CONSTRAINT fk_book_authors_book_id_books FOREIGN KEY (book_id) REFERENCES books (id),
    CONSTRAINT fk_book_authors_author_id_authors FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE RESTRICT
);
INSERT INTO book_authors_new SELECT * FROM book_authors;
DROP TABLE book_authors;
ALTER TABLE book_authors_new RENAME TO book_authors;
CREATE INDEX ix_book_authors_author_id ON book_authors (author_id);
COMMIT;
