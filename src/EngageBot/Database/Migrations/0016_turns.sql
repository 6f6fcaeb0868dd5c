-- What was said about a post already: nobody is reminded or thanked twice for the same one.
CREATE INDEX outbox_posts_by_post ON outbox_posts (post);

-- Which claims hold.
CREATE INDEX claims_by_until ON claims (until);

-- What moderators are told of is seldom: see Chat/PostKind.cs.
CREATE INDEX messages_of_concern ON messages (at) WHERE kind >= 8;

-- Posts that may be nothing but promotion, and what moderators decided about them; only those that were shown.
CREATE TABLE promotion_queue (
    message     INTEGER PRIMARY KEY,
    community   BIGINT NOT NULL,
    member      BIGINT NOT NULL,
    channel     BIGINT NOT NULL,
    -- Where its link leads.
    domain      TEXT,
    reasons     TEXT NOT NULL,
    queued_at   BIGINT NOT NULL,
    -- NULL: nobody decided.
    is_accepted INTEGER,
    -- The platform's id of the moderator: he may never have written anything.
    decided_by  TEXT,
    decided_at  BIGINT
);

CREATE INDEX promotion_queue_by_time ON promotion_queue (community, queued_at);
CREATE INDEX promotion_queue_by_decision ON promotion_queue (community, decided_at) WHERE decided_at IS NOT NULL;
