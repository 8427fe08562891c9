CREATE TYPE size AS ENUM ('small', 'large', 'huge');
CREATE TABLE ticket (id SERIAL PRIMARY KEY);
