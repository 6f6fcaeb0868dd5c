-- What is said to one member: several may be asked about one post. A table's own UNIQUE cannot be changed, so the table is made anew.
CREATE TABLE outbox_anew (
    id              INTEGER PRIMARY KEY,
    community       BIGINT NOT NULL,
    kind            INTEGER NOT NULL,
    -- Where it is said; of a message to a member the channel that it is about.
    channel         BIGINT NOT NULL,
    -- The post that it stands under or is about; NULL for the waiting board.
    post            BIGINT,
    -- To whom it is said in private; NULL for what everybody can read.
    member          BIGINT,
    text            TEXT NOT NULL,
    -- The buttons under it, a line each (see Outbox/StoredButtons.cs).
    buttons         TEXT,
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
    -- The platform's id of the message, as in messages; and of the private conversation that it stands in.
    message         BIGINT,
    message_spelled TEXT,
    message_channel TEXT
);

INSERT INTO outbox_anew (id, community, kind, channel, post, text, revision, sent_revision, state, reason, outcome, planned_at, expires_at, next_at, claimed_at, sent_at,
    unwanted_at, ended_at, attempts, message, message_spelled)
SELECT id, community, kind, channel, post, text, revision, sent_revision, state, reason, outcome, planned_at, expires_at, next_at, claimed_at, sent_at,
    unwanted_at, ended_at, attempts, message, message_spelled FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;

CREATE UNIQUE INDEX outbox_by_post ON outbox (kind, post) WHERE member IS NULL;
CREATE UNIQUE INDEX outbox_by_member ON outbox (member, post, kind) WHERE member IS NOT NULL;
CREATE INDEX outbox_by_next ON outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_by_community ON outbox (community, kind, sent_at);
CREATE INDEX outbox_by_planned ON outbox (community, planned_at);

-- Words of the post about which the member answered before, as they are told him; '' where he answers in its channel, NULL where he only agreed to be asked.
ALTER TABLE nudges ADD COLUMN topics TEXT;

-- What came of an ask (see Chat/AskAnswer.cs), when the member replied to the post after it, and when its author answered or thanked him.
ALTER TABLE nudges ADD COLUMN answer INTEGER;
ALTER TABLE nudges ADD COLUMN answered_at BIGINT;
ALTER TABLE nudges ADD COLUMN replied_at BIGINT;
ALTER TABLE nudges ADD COLUMN thanked_at BIGINT;

-- Budgets count over all communities that an account is in.
CREATE INDEX members_by_platform_id ON members (platform_id);

-- Who said that he will reply, and until when nobody else is asked.
CREATE TABLE claims (
    post       BIGINT NOT NULL,
    member     BIGINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    until      BIGINT NOT NULL,
    PRIMARY KEY (post, member)
);

-- Posts that somebody who was asked marked as needing no reply.
CREATE TABLE dismissals (
    post   INTEGER PRIMARY KEY,
    member BIGINT NOT NULL,
    at     BIGINT NOT NULL
);

-- Posts whose wait was over and that were to be asked about, and into which arm each was drawn, before anybody was sought for it.
CREATE TABLE hold_out_cases (
    post      INTEGER PRIMARY KEY,
    community BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    is_held   INTEGER NOT NULL,
    -- Why it could not be held out (see Outcomes/HoldOutExemption.cs); 0 where it could.
    exemption INTEGER NOT NULL
);

CREATE INDEX hold_out_cases_by_time ON hold_out_cases (community, at);

-- By which posts are drawn: from a cryptographic source, once.
ALTER TABLE communities ADD COLUMN hold_out_salt BYTEA;
