-- How it stands with a member on his platform: posts by those who are gone, may not write for a while, or have not passed the rules screening yet are left alone.
ALTER TABLE members ADD COLUMN left_at BIGINT;
ALTER TABLE members ADD COLUMN timed_out_until BIGINT;
ALTER TABLE members ADD COLUMN is_pending INTEGER NOT NULL DEFAULT 0;
