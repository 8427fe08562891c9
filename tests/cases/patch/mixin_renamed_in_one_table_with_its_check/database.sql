CREATE TABLE plant (
    id INTEGER NOT NULL PRIMARY KEY,
    sign VARCHAR(9) NOT NULL CHECK (length(sign) = 9),
    height INTEGER,
    UNIQUE (sign, height)
);
CREATE TABLE garden (
    id INTEGER NOT NULL PRIMARY KEY,
    code VARCHAR(9) NOT NULL CHECK (length(code) = 9),
    CHECK (code <> 'none')
);
