-- What is kept of a message when its text is gone. All of it is NULL, or absent, for those who opted out and for what was deleted.

-- How probably it is promotion, in thousandths. NULL: not scored, because a text so short or so plain never is.
ALTER TABLE messages ADD COLUMN promotion INTEGER;

-- 64 bits in which near copies of a text differ little.
ALTER TABLE messages ADD COLUMN sketch BIGINT;

-- Whom the text linked to: the domain that somebody registered, never the whole address.
CREATE TABLE link_domains (
    message BIGINT NOT NULL,
    domain  TEXT NOT NULL,
    PRIMARY KEY (message, domain)
);
