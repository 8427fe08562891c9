CREATE TABLE visit (
    id INTEGER NOT NULL PRIMARY KEY,
    patient VARCHAR(60) NOT NULL,
    minutes SMALLINT DEFAULT 15 NOT NULL,
    CONSTRAINT long_enough CHECK (minutes >= 5)
);
