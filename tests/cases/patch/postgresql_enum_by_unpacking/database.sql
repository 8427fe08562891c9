CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
CREATE TABLE wall (
    id serial PRIMARY KEY,
    inside colour
);
CREATE TABLE door (
    id serial PRIMARY KEY,
    inside colour
);
