CREATE TABLE visit (
    id INTEGER NOT NULL PRIMARY KEY,
    patient VARCHAR(90) DEFAULT 'unknown' NOT NULL,
    minutes SMALLINT DEFAULT 15 NOT NULL,
    CONSTRAINT long_enough CHECK (minutes >= 5)
);
CREATE INDEX ix_visit_patient ON visit (patient);
