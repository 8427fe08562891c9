CREATE TABLE hero (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    born DATE,
    power INTEGER NOT NULL,
    slug VARCHAR(50) GENERATED ALWAYS AS (lower(name)) STORED,
    twice INTEGER NOT NULL GENERATED ALWAYS AS (power * 2) VIRTUAL
);
CREATE INDEX ix_hero_name ON hero (name);
