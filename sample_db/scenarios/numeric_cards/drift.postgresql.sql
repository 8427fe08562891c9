ALTER TABLE members ALTER card_number TYPE integer USING card_number::integer;
