-- A table made anew: its columns stand in another order, and what the models leave unnamed got another name.
CREATE TABLE opening_hours_new (
    closes_at time without time zone NOT NULL,
    opens_at TIME NOT NULL,
    "weekday" int4 NOT NULL,
    branch_id int NOT NULL,
    CONSTRAINT ck_opening_hours_weekday CHECK ((weekday >= 1) AND (weekday <= 7)),
    CHECK (((opens_at) < (closes_at)))
);
INSERT INTO opening_hours_new SELECT closes_at, opens_at, weekday, branch_id FROM opening_hours;
DROP TABLE opening_hours;
ALTER TABLE opening_hours_new RENAME TO opening_hours;
ALTER TABLE opening_hours
    ADD CONSTRAINT pk_opening_hours PRIMARY KEY (branch_id, weekday),
    ADD CONSTRAINT fk_opening_hours_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches
        MATCH SIMPLE ON UPDATE CASCADE ON DELETE CASCADE NOT DEFERRABLE;

-- A column that was text for an afternoon, and a CHECK that was written while it was
ALTER TABLE copies DROP CONSTRAINT ck_copies_status;
ALTER TABLE copies ALTER status TYPE text;
ALTER TABLE copies ADD CONSTRAINT ck_copies_status
    CHECK (status = ANY (ARRAY['available', 'on_loan', 'in_repair', 'lost']));
ALTER TABLE copies ALTER status TYPE varchar(20);

ALTER TABLE copies DROP CONSTRAINT ck_copies_price, ADD CONSTRAINT ck_copies_price CHECK (price >= '0'::numeric);
ALTER TABLE fines ALTER paid SET DEFAULT '0'::numeric;
DROP INDEX ix_genres_parent_id;
CREATE INDEX ix_genres_parent_id ON genres USING btree (parent_id int4_ops ASC NULLS LAST);
