CREATE TYPE colour AS ENUM ('red', 'green', 'blue', 'dark red');
CREATE TABLE wall (
    id serial PRIMARY KEY,
    inside colour
);
CREATE TABLE door (
    id serial PRIMARY KEY,
    inside colour
);
