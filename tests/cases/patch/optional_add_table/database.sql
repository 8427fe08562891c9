CREATE TABLE author (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    born DATE
);
CREATE TABLE book (
    id INTEGER NOT NULL PRIMARY KEY,
    title VARCHAR(200) NOT NULL,
    pages INTEGER,
    author_id INTEGER NOT NULL REFERENCES author (id)
);
CREATE TABLE reviews (
    id INTEGER NOT NULL PRIMARY KEY,
    book_id INTEGER REFERENCES book (id),
    stars INTEGER NOT NULL,
    CHECK (stars BETWEEN 1 AND 5)
);
CREATE INDEX ix_reviews_book_id ON reviews (book_id);
