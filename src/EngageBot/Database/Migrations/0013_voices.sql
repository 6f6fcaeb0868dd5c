-- What something that the bot says is about where that is no post, by the key of that: an introduction, a round, a community. One row each, as for posts.
ALTER TABLE outbox ADD COLUMN subject BIGINT;
CREATE UNIQUE INDEX outbox_by_subject ON outbox (kind, subject, COALESCE(member, 0)) WHERE subject IS NOT NULL;
CREATE INDEX outbox_by_contact ON outbox (member, planned_at) WHERE member IS NOT NULL;

-- A picture under it, and what it shows in words.
ALTER TABLE outbox ADD COLUMN picture BYTEA;
ALTER TABLE outbox ADD COLUMN picture_alt TEXT;

-- What members said to private messages of a kind (see Chat/ContactKind.cs). No row: never asked. Agreeing to be asked for help stands in member_settings.
CREATE TABLE agreements (
    member    BIGINT NOT NULL,
    kind      INTEGER NOT NULL,
    is_agreed INTEGER NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (member, kind)
);
