DROP INDEX ix_reservations_book_id_placed_at;
CREATE INDEX ix_reservations_book_id_placed_at ON reservations (book_id, placed_at)
    WHERE status IN ('waiting', 'ready');
