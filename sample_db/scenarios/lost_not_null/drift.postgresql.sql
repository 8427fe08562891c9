ALTER TABLE loans ALTER due_on DROP NOT NULL;
UPDATE loans SET due_on = NULL WHERE id <= 40;
