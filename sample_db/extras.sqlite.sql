-- What the models do not know: a report and two triggers. Changes to the tables must leave them alive.

CREATE VIEW overdue_loans AS
SELECT loans.id AS loan_id,
       books.title,
       copies.barcode,
       members.full_name,
       members.email,
       loans.due_on,
       CAST(julianday(today.day) - julianday(loans.due_on) AS INTEGER) AS days_overdue
FROM loans
JOIN copies ON copies.id = loans.copy_id
JOIN books ON books.id = copies.book_id
JOIN members ON members.id = loans.member_id
JOIN (SELECT max(loaned_on) AS day FROM loans) AS today  -- the sample's today: its last busy day
WHERE loans.returned_on IS NULL AND loans.due_on < today.day;

CREATE TRIGGER copy_goes_out AFTER INSERT ON loans WHEN NEW.returned_on IS NULL
BEGIN
    UPDATE copies SET status = 'on_loan' WHERE id = NEW.copy_id;
END;

CREATE TRIGGER copy_comes_back AFTER UPDATE OF returned_on ON loans
WHEN OLD.returned_on IS NULL AND NEW.returned_on IS NOT NULL
BEGIN
    UPDATE copies SET status = 'available' WHERE id = NEW.copy_id;
END;
