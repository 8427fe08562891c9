UPDATE books SET genre_id = (
    SELECT min(twin.id) FROM genres JOIN genres AS twin ON lower(twin.name) = lower(genres.name)
    WHERE genres.id = books.genre_id
);
DELETE FROM genres WHERE id NOT IN (SELECT min(id) FROM genres GROUP BY lower(name));
