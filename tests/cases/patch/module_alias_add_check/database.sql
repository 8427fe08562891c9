CREATE TABLE visit (
    id INTEGER NOT NULL PRIMARY KEY,
    patient VARCHAR(60) NOT NULL,
    minutes SMALLINT DEFAULT 15 NOT NULL,
    CONSTRAINT long_enough CHECK (minutes >= 5),
    CONSTRAINT short_enough CHECK (minutes < 600)
);
CREATE INDEX ix_visit_patient ON visit (patient);
