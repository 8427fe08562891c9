CREATE TABLE invoice (
    id INTEGER NOT NULL PRIMARY KEY,
    code VARCHAR(20) NOT NULL,
    paid_on DATE,
    CONSTRAINT invoice_has_a_number CHECK (code <> ''),
    CONSTRAINT one_code UNIQUE (code)
);
CREATE INDEX unpaid ON invoice (code) WHERE paid_on IS NULL AND code > '0';
CREATE TABLE payment (
    id INTEGER NOT NULL PRIMARY KEY,
    number VARCHAR(20) NOT NULL REFERENCES invoice (code),
    CHECK (number <> '')
);
