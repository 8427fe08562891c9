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
CREATE TABLE shelf (
    id INTEGER NOT NULL PRIMARY KEY,
    room VARCHAR(20) NOT NULL
);
CREATE TABLE place (
    shelf_id INTEGER NOT NULL REFERENCES shelf (id),
    book_id INTEGER NOT NULL REFERENCES book (id),
    number INTEGER,
    PRIMARY KEY (shelf_id, book_id)
);
