-- The member's zone, by its IANA name, where the platform tells it.
ALTER TABLE members ADD COLUMN time_zone TEXT;

-- Since when nothing can be written there any more. NULL: it can.
ALTER TABLE channels ADD COLUMN archived_at BIGINT;

-- That people wrote to the bot, or in a conversation that it opened: who, where and when. Never what.
CREATE TABLE private_lines (
    member       BIGINT NOT NULL,
    -- The platform's id of the conversation, which is no channel of the community.
    conversation TEXT NOT NULL,
    at           BIGINT NOT NULL,
    PRIMARY KEY (member, conversation, at)
);
