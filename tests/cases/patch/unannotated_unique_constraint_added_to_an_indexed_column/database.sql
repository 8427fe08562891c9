CREATE TABLE member (
    id INTEGER NOT NULL PRIMARY KEY,
    email VARCHAR(120) NOT NULL UNIQUE,
    active BOOLEAN
);
CREATE INDEX ix_member_email ON member (email);
