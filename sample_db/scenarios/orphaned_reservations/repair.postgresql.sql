DELETE FROM reservations WHERE member_id NOT IN (SELECT id FROM members);
