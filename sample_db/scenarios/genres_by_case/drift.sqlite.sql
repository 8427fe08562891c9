PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
CREATE TABLE genres_new (
    id INTEGER NOT NULL,
    parent_id INTEGER,
    name VARCHAR(40) NOT NULL,
    CONSTRAINT pk_genres PRIMARY KEY (id),
    CONSTRAINT uq_genres_name UNIQUE (name),
    CONSTRAINT fk_genres_parent_id_genres FOREIGN KEY (parent_id) REFERENCES genres (id) ON DELETE CASCADE
);
INSERT INTO genres_new SELECT * FROM genres;
DROP TABLE genres;
ALTER TABLE genres_new RENAME TO genres;
CREATE INDEX ix_genres_parent_id ON genres (parent_id);
INSERT INTO genres (parent_id, name) SELECT parent_id, lower(name) FROM genres WHERE name IN ('Poetry', 'Crime');
UPDATE books SET genre_id = (SELECT id FROM genres WHERE name = 'poetry')
    WHERE genre_id = (SELECT id FROM genres WHERE name = 'Poetry') AND id % 3 = 0;
COMMIT;
