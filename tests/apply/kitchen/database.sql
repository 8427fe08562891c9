CREATE TABLE cooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name VARCHAR(80) NOT NULL COLLATE NOCASE UNIQUE,
  joined_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  favourite_id INTEGER REFERENCES recipes ON DELETE SET NULL
);
CREATE TABLE profiles (
  cook_id INTEGER PRIMARY KEY REFERENCES cooks (id) ON DELETE CASCADE,
  photo BLOB NOT NULL,
  "class" TEXT
);
CREATE TABLE recipes (
  id INTEGER PRIMARY KEY,
  cook_id INTEGER NOT NULL REFERENCES cooks ON DELETE CASCADE,
  parent_id INTEGER REFERENCES recipes (id),
  title TEXT NOT NULL,
  slug TEXT GENERATED ALWAYS AS (lower(replace(title, ' ', '-'))) STORED,
  difficulty TEXT NOT NULL DEFAULT 'easy',
  price MONEY,
  servings INT NOT NULL DEFAULT 4 CHECK (servings > 0),
  CONSTRAINT known_difficulty CHECK (difficulty IN ('easy', 'a little practice', 'an afternoon', 'not before the exam')),
  UNIQUE (cook_id, title)
);
CREATE INDEX ix_recipes_cook_id ON recipes (cook_id);
CREATE INDEX dearest ON recipes (price DESC, lower(title)) WHERE price IS NOT NULL;
CREATE TABLE steps (
  recipe_id INTEGER NOT NULL REFERENCES recipes (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  minutes NUMERIC(5, 1),
  PRIMARY KEY (recipe_id, number)
) WITHOUT ROWID;
CREATE TABLE tastings (
  recipe_id INTEGER NOT NULL,
  step INTEGER NOT NULL,
  "on" DATE,
  stars INTEGER DEFAULT 3,
  FOREIGN KEY (recipe_id, step) REFERENCES steps (recipe_id, number)
);
CREATE VIEW quick AS SELECT recipe_id FROM steps GROUP BY recipe_id HAVING sum(minutes) < 20;
CREATE TRIGGER no_empty_title BEFORE INSERT ON recipes WHEN new.title = '' BEGIN SELECT RAISE(ABORT, 'a title, please'); END;
