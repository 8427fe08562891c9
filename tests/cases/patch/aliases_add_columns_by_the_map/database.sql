CREATE TABLE account (
    id INTEGER NOT NULL PRIMARY KEY,
    owner VARCHAR(50) NOT NULL,
    mail VARCHAR(254) UNIQUE,
    balance NUMERIC(12, 2) NOT NULL,
    motto VARCHAR(200),
    opened_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "limit" NUMERIC(12, 2),
    remark VARCHAR(200),
    code VARCHAR(7),
    bare VARCHAR
);
