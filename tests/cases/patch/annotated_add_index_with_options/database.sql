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
INSERT INTO author VALUES (1, 'Jane Austen', '1775-12-16');
INSERT INTO book VALUES (1, 'Emma', 474, 1);
CREATE UNIQUE INDEX longest_first ON book (author_id, pages DESC) WHERE pages > 100;
