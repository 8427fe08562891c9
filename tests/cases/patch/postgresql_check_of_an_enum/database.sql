CREATE TABLE ticket (
    id SERIAL NOT NULL PRIMARY KEY,
    size VARCHAR(6) NOT NULL CONSTRAINT size CHECK (size IN ('small', 'middle', 'large')),
    state VARCHAR(10) NOT NULL CONSTRAINT state CHECK (state IN ('OPEN', 'BUSY', 'DONE')),
    old_state VARCHAR(10) NOT NULL CONSTRAINT old_state CHECK (old_state IN ('OPEN', 'BUSY', 'DONE')),
    kind VARCHAR(8) NOT NULL CHECK (kind IN ('bug', 'wish')),
    done BOOLEAN NOT NULL
);
