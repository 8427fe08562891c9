CREATE TABLE pet (
    id INTEGER NOT NULL PRIMARY KEY,
    species VARCHAR(9),
    name VARCHAR(20),
    CHECK (species IN ('cat', 'dog')),
    CHECK (species <> name)
);
