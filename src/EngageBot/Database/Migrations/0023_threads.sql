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
