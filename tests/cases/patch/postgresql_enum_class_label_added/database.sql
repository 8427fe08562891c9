CREATE TYPE state AS ENUM ('OPEN', 'DONE', 'LOST');
CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE ticket (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    state state NOT NULL,
    size size,
    labels text[],
    data jsonb,
    follows bigint REFERENCES ticket (id)
);
COMMENT ON COLUMN ticket.title IS 'in one line';
