CREATE TABLE customer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name VARCHAR(50),
    credit NUMERIC(8, 2) DEFAULT 0
);
CREATE TABLE "order" (
    id INTEGER NOT NULL PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    number INTEGER NOT NULL,
    day DATE NOT NULL,
    UNIQUE (customer_id, number)
);
CREATE INDEX order_by_day ON "order" (day);
