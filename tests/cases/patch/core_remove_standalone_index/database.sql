CREATE TABLE invoice (
    id INTEGER NOT NULL PRIMARY KEY,
    number VARCHAR(20) NOT NULL UNIQUE,
    total NUMERIC(10, 2) NOT NULL,
    paid_on DATE,
    CONSTRAINT total_not_negative CHECK (total >= 0)
);
CREATE TABLE line (
    invoice_id INTEGER NOT NULL REFERENCES invoice (id),
    position INTEGER NOT NULL,
    what VARCHAR(99),
    PRIMARY KEY (invoice_id, position)
);
