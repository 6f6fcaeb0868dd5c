-- What platforms tell of threads and of posts in forums, by the message they began with: the names of their tags, a line each, since when they have these; since when nobody
-- may write there; and whether they have the tag by which the bot says that they wait, and when somebody took that off.
CREATE TABLE threads (
    channel      BIGINT NOT NULL,
    number       BIGINT NOT NULL,
    tags         TEXT NOT NULL,
    tagged_at    BIGINT NOT NULL,
    locked_at    BIGINT,
    is_waiting   INTEGER NOT NULL,
    untagged_at  BIGINT,
    PRIMARY KEY (channel, number)
);

-- Posts by one of two who quarrelled around them: the bot is silent there, and moderators are told.
CREATE TABLE quarrels (
    post INTEGER PRIMARY KEY,
    at   BIGINT NOT NULL
);

CREATE INDEX quarrels_by_time ON quarrels (at);

-- Who else links where somebody links.
CREATE INDEX link_domains_by_domain ON link_domains (domain);
