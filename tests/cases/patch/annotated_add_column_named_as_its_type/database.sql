CREATE TABLE card (
    id INTEGER NOT NULL PRIMARY KEY,
    seen DATE NOT NULL,
    date DATE,
    due DATE
);
