CREATE TABLE author (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    born DATE NOT NULL,
    note TEXT,
    UNIQUE (name)
);
CREATE TABLE book (
    id INTEGER NOT NULL PRIMARY KEY,
    title VARCHAR(250) NOT NULL,
    pages BIGINT DEFAULT 0,
    author_id INTEGER NOT NULL REFERENCES author (id)
);
