CREATE TABLE loans_before_2023 AS SELECT * FROM loans WHERE loaned_on < '2023-01-01';
