-- Since when the bot may speak in a community. NULL: it only observes.
ALTER TABLE communities ADD COLUMN live_since BIGINT;

-- Everything that the bot says. A row is claimed, and that is committed, before it is sent: what a crash leaves claimed may have been sent or not.
CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY,
    community       BIGINT NOT NULL,
    kind            INTEGER NOT NULL,
    channel         BIGINT NOT NULL,
    -- The post that it stands under; NULL for the waiting board.
    post            BIGINT,
    text            TEXT NOT NULL,
    -- Counts the texts: one that was sent is changed until the sent revision is this one.
    revision        INTEGER NOT NULL,
    sent_revision   INTEGER,
    state           INTEGER NOT NULL,
    -- Why it is said, and what came of it; in words.
    reason          TEXT NOT NULL,
    outcome         TEXT,
    planned_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    -- When there is next something to do about it; NULL for nothing.
    next_at         BIGINT,
    claimed_at      BIGINT,
    sent_at         BIGINT,
    unwanted_at     BIGINT,
    ended_at        BIGINT,
    attempts        INTEGER NOT NULL,
    -- The platform's id of the message, as in messages.
    message         BIGINT,
    message_spelled TEXT,
    UNIQUE (kind, post)
);

CREATE INDEX outbox_by_next ON outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_by_community ON outbox (community, kind, sent_at);
CREATE INDEX outbox_by_planned ON outbox (community, planned_at);

-- The posts that it speaks of.
CREATE TABLE outbox_posts (
    entry BIGINT NOT NULL,
    place INTEGER NOT NULL,
    post  BIGINT NOT NULL,
    PRIMARY KEY (entry, place)
);
