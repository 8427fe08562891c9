CREATE TABLE hero (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    born DATE,
    power INTEGER NOT NULL,
    slug VARCHAR GENERATED ALWAYS AS (lower(trim(name))) STORED,
    twice INTEGER GENERATED ALWAYS AS (power * 2) STORED,
    rank INTEGER,
    half INTEGER GENERATED ALWAYS AS (power / 2) STORED,
    UNIQUE (half)
);
CREATE INDEX ix_hero_name ON hero (name);
