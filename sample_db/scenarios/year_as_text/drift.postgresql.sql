ALTER TABLE books DROP CONSTRAINT ck_books_published_year;
ALTER TABLE books ALTER published_year TYPE varchar(10);
ALTER TABLE books ADD CONSTRAINT ck_books_published_year CHECK (published_year BETWEEN '1450' AND '2100');
UPDATE books SET published_year = published_year || '?' WHERE id % 100 = 0;
