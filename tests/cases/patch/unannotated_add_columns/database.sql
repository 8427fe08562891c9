CREATE TABLE member (
    id INTEGER NOT NULL PRIMARY KEY,
    email VARCHAR(120) NOT NULL UNIQUE,
    active BOOLEAN,
    joined_on DATE,
    level VARCHAR(5) DEFAULT 'basic' NOT NULL
);
