CREATE TABLE hero (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    born DATE,
    power INTEGER NOT NULL,
    level INTEGER DEFAULT 1 NOT NULL
);
CREATE INDEX ix_hero_name ON hero (name);
CREATE TABLE caves (
    id INTEGER NOT NULL PRIMARY KEY,
    depth FLOAT NOT NULL,
    owner_id INTEGER REFERENCES hero (id)
);
