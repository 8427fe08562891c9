ALTER TABLE members ALTER full_name DROP EXPRESSION;
UPDATE members SET full_name = 'Dr. ' || full_name WHERE id % 50 = 0;
