-- 1: groups of a round are of people with an interest in common. NULL: where the community is large.
ALTER TABLE round_schedules ADD COLUMN per_interest INTEGER;
