CREATE TABLE author (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(80),
    born DATE
);
CREATE TABLE book (
    id INTEGER NOT NULL PRIMARY KEY,
    title VARCHAR(200) NOT NULL,
    pages INTEGER,
    author_id INTEGER NOT NULL REFERENCES author (id)
);
