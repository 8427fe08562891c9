CREATE SCHEMA clinic;
CREATE TABLE clinic.ward (
    id serial PRIMARY KEY,
    name varchar(20) NOT NULL
);
CREATE TABLE clinic.bed (
    id serial PRIMARY KEY,
    ward_id integer NOT NULL REFERENCES clinic.ward (id),
    code varchar(4)
);
COMMENT ON TABLE clinic.bed IS 'where they lie';
