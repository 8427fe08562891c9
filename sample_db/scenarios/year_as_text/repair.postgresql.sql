UPDATE books SET published_year = rtrim(published_year, '?');
