CREATE TABLE visit (
    id INTEGER NOT NULL PRIMARY KEY,
    patient VARCHAR(60) NOT NULL
);
CREATE INDEX ix_visit_patient ON visit (patient);
