ALTER TABLE reservations RENAME TO holds;
