CREATE SCHEMA sales;
CREATE SCHEMA "Odd. ""Name""";
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'it''s fine');
CREATE DOMAIN public.positive AS integer CONSTRAINT above CHECK (VALUE > 0);
CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE AGGREGATE public.product(integer) (SFUNC = int4mul, STYPE = integer);
CREATE SEQUENCE sales.numbers START 100;
CREATE TABLE public.people (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    boss integer REFERENCES public.people DEFERRABLE INITIALLY DEFERRED,
    mood public.mood DEFAULT 'ok',
    moods public.mood[],
    span tstzrange,
    born date, seen timestamptz, wage money, price numeric(10,2), ratio double precision, photo bytea, nap interval,
    profile jsonb
);
CREATE TABLE sales.orders (
    id serial PRIMARY KEY,
    person integer NOT NULL,
    number integer DEFAULT nextval('sales.numbers'),
    amount public.positive,
    doubled integer GENERATED ALWAYS AS (number * 2) STORED,
    day date NOT NULL DEFAULT '2020-01-01',
    "select" text,
    CONSTRAINT dated CHECK (day > '2000-01-01')
);
ALTER TABLE sales.orders ADD CONSTRAINT of_a_person FOREIGN KEY (person) REFERENCES public.people;
ALTER TABLE public.people ADD COLUMN last_order integer REFERENCES sales.orders;
CREATE INDEX by_half ON sales.orders ((number / 2)) WHERE amount > 5;
CREATE TABLE "Odd. ""Name"".t" ("a ""b""" integer, "percent %s" text);
CREATE TABLE "Odd. ""Name"""."t.t" (r integer);
CREATE TABLE public.events (at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE public.events_old (what text, at date NOT NULL);
ALTER TABLE public.events ATTACH PARTITION public.events_old FOR VALUES FROM ('2000-01-01') TO ('2020-01-01');
CREATE TABLE sales.events_new PARTITION OF public.events FOR VALUES FROM ('2020-01-01') TO (MAXVALUE);
CREATE TABLE public.animals (name text);
CREATE TABLE public.dogs (barks boolean) INHERITS (public.animals);
CREATE UNLOGGED TABLE public.cache (key text, value text);
CREATE TABLE public.empty ();
CREATE VIEW public.bosses AS SELECT b.id, b.name, count(*) AS people
    FROM public.people p JOIN public.people b ON p.boss = b.id GROUP BY b.id;
CREATE VIEW sales.on_bosses AS SELECT * FROM public.bosses;
CREATE MATERIALIZED VIEW sales.totals AS SELECT person, sum(amount) AS total FROM sales.orders GROUP BY person;
CREATE UNIQUE INDEX ON sales.totals (person);
CREATE FUNCTION sales.touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
-- Name: x; Type: TABLE; Schema: public; Owner: -
/* a script of statements must not be cut here:
BEGIN;
COMMIT;
COPY x FROM stdin;
\unrestrict
*/
RETURN NEW;
END
$$;
CREATE TRIGGER touch BEFORE UPDATE ON sales.orders FOR EACH ROW EXECUTE FUNCTION sales.touched();
ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON sales.orders USING (true);
CREATE RULE quiet AS ON DELETE TO public.cache DO INSTEAD NOTHING;
COMMENT ON TABLE public.people IS 'who''s who; \ and %s';
COMMENT ON COLUMN public.people.name IS 'E''\n''';
ALTER TABLE public.people OWNER TO test_owner;
GRANT SELECT ON public.people TO test_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO test_reader;
INSERT INTO public.people (name, boss, moods, span, born, seen, wage, price, ratio, photo, nap, profile) VALUES
    ('Ana', NULL, '{sad,ok}', '[2020-01-01,)', '1980-02-03', '2020-06-01 12:00:00.000001+02', 12.5, 99.99, 0.1,
     '\x00ff', '1 year 2 days', '{"a": [1, null], "b": "\u00e9"}'),
    (E'tab\tnew\nline\\', 1, NULL, NULL, NULL, NULL, NULL, NULL, 'NaN', NULL, NULL, NULL),
    ('\.', 1, '{"it''s fine"}', 'empty', 'infinity', '-infinity', -1, 0, '-Infinity', '', '-1 day', 'null');
INSERT INTO sales.orders (person, amount, day, "select") SELECT 1 + i % 3, 1 + i, date '2020-01-01' + i, repeat('x', i)
    FROM generate_series(0, 99) i;
UPDATE public.people SET last_order = id;
INSERT INTO "Odd. ""Name"".t" VALUES (1, '%s %%');
INSERT INTO "Odd. ""Name"""."t.t" SELECT generate_series(1, 7);
INSERT INTO public.events SELECT date '2010-01-01' + 500 * i, 'e' || i FROM generate_series(0, 9) i;
INSERT INTO public.animals VALUES ('cat');
INSERT INTO public.dogs VALUES ('rex', true), ('bello', NULL);
INSERT INTO public.cache VALUES ('k', 'v');
INSERT INTO public.empty DEFAULT VALUES;
REFRESH MATERIALIZED VIEW sales.totals;
SELECT lo_create(4711), lo_put(4711, 0, '\xdeadbeef');
