UPDATE books SET published_year = CAST(published_year AS INTEGER);
