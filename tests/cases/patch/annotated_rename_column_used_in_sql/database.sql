CREATE TABLE author (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    born DATE,
    CONSTRAINT author_has_a_name CHECK (length(name) > 1 AND name <> 'name')
);
CREATE TABLE book (
    id INTEGER NOT NULL PRIMARY KEY,
    title VARCHAR(200) NOT NULL CHECK (title <> ''),
    sorted_name VARCHAR(200) GENERATED ALWAYS AS (upper(title)) VIRTUAL,
    author_id INTEGER NOT NULL REFERENCES author (id),
    CONSTRAINT book_once UNIQUE (title, author_id),
    CONSTRAINT book_has_a_name CHECK (length(title) > 1 AND title <> 'no name')
);
CREATE INDEX book_by_name ON book (lower(title)) WHERE "title" IS NOT NULL;
