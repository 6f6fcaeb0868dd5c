-- The zone that a member named himself, by its IANA name; before that which his platform tells. NULL: none.
ALTER TABLE member_settings ADD COLUMN time_zone TEXT;
