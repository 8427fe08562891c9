CREATE TABLE member (
    id bigserial PRIMARY KEY,
    mail varchar NOT NULL
);
CREATE TABLE branch (
    code varchar(4) PRIMARY KEY
);
CREATE TABLE loan (
    id integer PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES member (id),
    branch varchar(4) REFERENCES branch (code)
);
