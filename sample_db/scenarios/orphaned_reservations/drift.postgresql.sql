ALTER TABLE reservations DROP CONSTRAINT fk_reservations_member_id_members;
DELETE FROM members WHERE joined_at < '2022-01-01' AND id NOT IN (SELECT member_id FROM loans);
