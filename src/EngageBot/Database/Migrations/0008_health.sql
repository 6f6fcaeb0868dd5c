-- What keeps the bot from its work, in words that say what to do about it. A row a condition, kept when it is solved.
CREATE TABLE health (
    platform  INTEGER NOT NULL,
    -- The platform's own ids; '' where it is about more than one community, or more than one channel.
    community TEXT NOT NULL,
    channel   TEXT NOT NULL,
    code      TEXT NOT NULL,
    sentence  TEXT NOT NULL,
    since     BIGINT NOT NULL,
    solved_at BIGINT,
    PRIMARY KEY (platform, community, channel, code)
);
