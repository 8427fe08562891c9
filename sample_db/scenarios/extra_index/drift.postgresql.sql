CREATE INDEX tmp_members_phone ON members (phone);
