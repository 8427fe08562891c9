CREATE TABLE author (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    born DATE
);
CREATE TABLE book (
    id INTEGER NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    pages INTEGER,
    author_id INTEGER NOT NULL REFERENCES author (id)
);
