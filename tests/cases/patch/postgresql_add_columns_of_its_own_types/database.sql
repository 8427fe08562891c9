CREATE TYPE state AS ENUM ('OPEN', 'DONE');
CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE ticket (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    state state NOT NULL,
    size size,
    labels text[],
    data jsonb,
    follows bigint REFERENCES ticket (id),
    network cidr,
    span tsrange,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON COLUMN ticket.title IS 'in one line';
