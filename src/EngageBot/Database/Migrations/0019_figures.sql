-- What people wrote in a channel on a day (days since 1970, UTC), packed for figures (see Stats/Daily/DayBytes.cs): made of messages and links, and made anew where these change.
CREATE TABLE figure_days (
    channel BIGINT NOT NULL,
    day     BIGINT NOT NULL,
    lines   BYTEA NOT NULL,
    PRIMARY KEY (channel, day)
);

-- Days in which something has changed since they were packed. Each change counts one, so that whoever packs a day sees whether it changed meanwhile.
CREATE TABLE stale_days (
    channel BIGINT NOT NULL,
    day     BIGINT NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (channel, day)
);

INSERT INTO stale_days (channel, day, changes) SELECT DISTINCT channel, at / 86400000, 1 FROM messages;

-- He is of the team that looks after the community: the platform lets him do what other members may not.
ALTER TABLE members ADD COLUMN is_team INTEGER NOT NULL DEFAULT 0;
