-- Times are unix milliseconds. Keys are integers that the program hands out; a platform's own id stands once, in the row that it names.
-- Written in what SQLite and PostgreSQL share. INTEGER PRIMARY KEY becomes BIGINT PRIMARY KEY on PostgreSQL: on SQLite it is the row itself, without an index of its own.

CREATE TABLE communities (
    id          INTEGER PRIMARY KEY,
    platform    INTEGER NOT NULL,
    platform_id TEXT NOT NULL,
    UNIQUE (platform, platform_id)
);

CREATE TABLE channels (
    id             INTEGER PRIMARY KEY,
    community      BIGINT NOT NULL,
    platform_id    TEXT NOT NULL,
    name           TEXT NOT NULL,
    visibility     INTEGER NOT NULL,
    -- All messages up to and with this number are stored. Never derived from the newest row: live messages do not move it while a gap is open.
    complete_up_to BIGINT,
    UNIQUE (community, platform_id)
);

CREATE TABLE channel_readers (
    channel BIGINT NOT NULL,
    member  BIGINT NOT NULL,
    PRIMARY KEY (channel, member)
);

CREATE TABLE members (
    id           INTEGER PRIMARY KEY,
    community    BIGINT NOT NULL,
    platform_id  TEXT NOT NULL,
    name         TEXT NOT NULL,
    is_bot       INTEGER NOT NULL,
    joined_at    BIGINT,
    opted_out_at BIGINT,
    UNIQUE (community, platform_id)
);

CREATE TABLE messages (
    id         INTEGER PRIMARY KEY,
    channel    BIGINT NOT NULL,
    -- The platform's id as a number; where it is a hash, "spelled" has the platform's own spelling.
    number     BIGINT NOT NULL,
    spelled    TEXT,
    -- The number of the message that started the thread.
    thread     BIGINT,
    -- NULL: written by someone who opted out. Such a row has no text; its link still answers.
    author     BIGINT,
    at         BIGINT NOT NULL,
    traits     INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    text       TEXT,
    deleted_at BIGINT,
    UNIQUE (channel, number)
);

CREATE INDEX messages_by_time ON messages (channel, at);
CREATE INDEX messages_by_author ON messages (author, at);
CREATE INDEX messages_by_thread ON messages (channel, thread, at) WHERE thread IS NOT NULL;

CREATE TABLE mentions (
    message BIGINT NOT NULL,
    place   INTEGER NOT NULL,
    member  BIGINT NOT NULL,
    PRIMARY KEY (message, place)
);

CREATE TABLE reactions (
    message BIGINT NOT NULL,
    member  BIGINT NOT NULL,
    emoji   TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (message, member, emoji)
);

-- Who answered whom. Several sources may speak of one message; the view below names the one that counts.
CREATE TABLE links (
    message     BIGINT NOT NULL,
    source      INTEGER NOT NULL,
    -- NULL: answers a message that is not stored. Itself: starts a conversation.
    parent      BIGINT,
    probability DOUBLE PRECISION NOT NULL,
    model       INTEGER,
    PRIMARY KEY (message, source)
);

CREATE INDEX links_by_parent ON links (parent);

-- Explicit replies whose parent is not stored yet wait here for it.
CREATE TABLE awaited_parents (
    channel BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    message BIGINT NOT NULL,
    source  INTEGER NOT NULL,
    PRIMARY KEY (channel, number, message)
);

-- The surest source counts: a higher number is surer (see LinkSource).
CREATE VIEW counting_links AS
SELECT link.message, link.source, link.parent, link.probability
FROM links link
WHERE NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = link.message AND surer.source > link.source);

-- How far each source of events has been committed: a Discord session and its sequence, a file that was read.
CREATE TABLE positions (
    source TEXT PRIMARY KEY,
    value  TEXT NOT NULL
);
