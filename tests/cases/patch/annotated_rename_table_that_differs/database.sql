CREATE TABLE reader (
    id INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(10),
    born DATE
);
CREATE INDEX ix_member_name ON reader (name);
CREATE TABLE loan (
    id INTEGER NOT NULL PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES reader (id)
);
