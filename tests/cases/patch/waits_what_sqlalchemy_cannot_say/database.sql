CREATE TABLE shelf (
    id serial PRIMARY KEY,
    room text
);
CREATE TABLE book (
    id serial PRIMARY KEY,
    number serial,
    pages integer,
    title text NOT NULL
);
ALTER TABLE book ADD CONSTRAINT some_pages CHECK (pages > 0) NO INHERIT;
CREATE TABLE loan (
    id serial PRIMARY KEY,
    days integer
);
ALTER TABLE loan ADD CONSTRAINT some_days CHECK (days > 0) NOT VALID;
