-- A channel in which people write who are introduced to each other, and which everybody can read: a reason that can be told. NULL for none.
ALTER TABLE introductions ADD COLUMN shared_channel BIGINT;
