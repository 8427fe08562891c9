CREATE TABLE hero (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    born DATE,
    power INTEGER NOT NULL
);
CREATE TABLE gadget (
    id INTEGER NOT NULL PRIMARY KEY,
    label VARCHAR(20) NOT NULL,
    bought_on DATE
);
CREATE INDEX ix_hero_name ON hero (name);
CREATE TABLE caves (
    id INTEGER NOT NULL PRIMARY KEY,
    depth FLOAT NOT NULL,
    owner_id INTEGER REFERENCES hero (id)
);
