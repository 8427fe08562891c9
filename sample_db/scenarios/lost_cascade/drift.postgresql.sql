ALTER TABLE book_authors
    DROP CONSTRAINT fk_book_authors_book_id_books,
    ADD CONSTRAINT fk_book_authors_book_id_books FOREIGN KEY (book_id) REFERENCES books (id);
