CREATE TABLE visit (
    id INTEGER NOT NULL PRIMARY KEY,
    patient VARCHAR(60) NOT NULL,
    minutes SMALLINT DEFAULT 15 NOT NULL,
    on_day DATE,
    remark TEXT,
    CONSTRAINT long_enough CHECK (minutes >= 5)
);
CREATE INDEX ix_visit_patient ON visit (patient);
