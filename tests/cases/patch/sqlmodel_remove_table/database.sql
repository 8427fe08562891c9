CREATE TABLE hero (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    born DATE,
    power INTEGER NOT NULL
);
CREATE INDEX ix_hero_name ON hero (name);
