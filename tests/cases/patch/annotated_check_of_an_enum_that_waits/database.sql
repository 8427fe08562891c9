CREATE TABLE ticket (
    id INTEGER NOT NULL PRIMARY KEY,
    size VARCHAR(5) NOT NULL CONSTRAINT size CHECK (length(size) > 2),
    state VARCHAR(10) NOT NULL CONSTRAINT state CHECK (state IN ('OPEN', 'BUSY', 'DONE')),
    old_state VARCHAR(10) NOT NULL CONSTRAINT old_state CHECK (old_state IN ('OPEN', 'DONE')),
    kind VARCHAR(8) NOT NULL CHECK (kind IN ('bug', 'wish', 'question')),
    done BOOLEAN NOT NULL
);
