CREATE TABLE visit (
    id INTEGER NOT NULL PRIMARY KEY,
    patient VARCHAR(60) NOT NULL,
    minutes SMALLINT NOT NULL,
    CONSTRAINT long_enough CHECK (minutes >= 5)
);
CREATE INDEX ix_visit_patient ON visit (patient);
