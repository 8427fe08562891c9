CREATE TABLE shelf (
    id serial PRIMARY KEY
);
CREATE TABLE book (
    id serial PRIMARY KEY,
    shelf_id integer REFERENCES shelf,
    isbn text UNIQUE,
    pages integer CHECK (pages > 0),
    price integer CONSTRAINT ck_book_paid CHECK (price > 0)
);
CREATE INDEX book_pages ON book (pages);
