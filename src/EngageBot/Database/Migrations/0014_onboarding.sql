-- When the bot came to a community, as its platform told. NULL: nobody told of that, and the community gets no first words.
ALTER TABLE communities ADD COLUMN seen_at BIGINT;
-- How many people the platform counts, whether the bot learns what they write, and the names of channels that it may not read, one a line.
ALTER TABLE communities ADD COLUMN people BIGINT;
ALTER TABLE communities ADD COLUMN reads_content INTEGER;
ALTER TABLE communities ADD COLUMN unreadable TEXT;
-- Where its moderators hear from the bot as long as the rules name no channel: a channel's key, or a member's.
ALTER TABLE communities ADD COLUMN moderators_channel BIGINT;
ALTER TABLE communities ADD COLUMN moderators_member BIGINT;
-- When a moderator was told in answer to a command what the bot does here, and when somebody filled in what it needs to begin.
ALTER TABLE communities ADD COLUMN heard_at BIGINT;
ALTER TABLE communities ADD COLUMN set_up_at BIGINT;

-- What moderators had the bot say to everybody (see Chat/Announcement.cs).
CREATE TABLE announcements (
    id        INTEGER PRIMARY KEY,
    community BIGINT NOT NULL,
    kind      INTEGER NOT NULL,
    channel   BIGINT NOT NULL,
    text      TEXT NOT NULL,
    by_member BIGINT NOT NULL,
    -- The day, so that a press that comes twice is one announcement.
    day       BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    UNIQUE (kind, channel, day)
);

-- The first messages of each kind, which moderators see before they are said. A row is made when one is shown to them.
CREATE TABLE approvals (
    entry      INTEGER PRIMARY KEY,
    community  BIGINT NOT NULL,
    kind       INTEGER NOT NULL,
    shown_at   BIGINT NOT NULL,
    -- 1 for yes, 0 for no, NULL while nobody said anything.
    is_said    INTEGER,
    by_member  BIGINT,
    decided_at BIGINT
);

CREATE INDEX approvals_by_community ON approvals (community, kind);

-- Times at which the bot went back to observing by itself, and why (see Outcomes/Hint.cs).
CREATE TABLE hints (
    id        INTEGER PRIMARY KEY,
    community BIGINT NOT NULL,
    hint      INTEGER NOT NULL,
    at        BIGINT NOT NULL,
    -- What it was judged by: of so many, so few or many.
    among     INTEGER NOT NULL,
    counted   INTEGER NOT NULL
);

-- Times at which many new members came at once, or wrote. NULL: it lasts.
CREATE TABLE raids (
    id        INTEGER PRIMARY KEY,
    community BIGINT NOT NULL,
    reason    INTEGER NOT NULL,
    counted   INTEGER NOT NULL,
    began_at  BIGINT NOT NULL,
    ended_at  BIGINT
);

CREATE INDEX raids_by_community ON raids (community, ended_at);

-- To whom it was offered in answer to a command to be asked now and then: once.
CREATE TABLE helper_offers (
    member INTEGER PRIMARY KEY,
    at     BIGINT NOT NULL
);

-- Roles that a member was last seen with, by the platform's ids and by their names, in small letters; a line each, with a line's end before the first too. NULL: none.
ALTER TABLE members ADD COLUMN roles TEXT;

-- Hours in which a helper wants to hear nothing, as he wrote them ("22:00-08:00 Europe/Berlin").
ALTER TABLE member_settings ADD COLUMN own_hours TEXT;

CREATE INDEX members_by_joined ON members (community, joined_at) WHERE joined_at IS NOT NULL;
