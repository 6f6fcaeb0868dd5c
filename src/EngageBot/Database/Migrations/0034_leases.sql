-- Processes that work with the database, each with the partitions of the work that it does (see Leases/LeaseStore.cs). An embedded database has one process, and none of this.
CREATE TABLE holders (
    id       TEXT PRIMARY KEY,
    -- The machine and the process, for people to read.
    name     TEXT NOT NULL,
    -- The partitions that it could do, one a line.
    serves   TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    -- By the database's clock. After that anybody may delete the row, and with that it is over for the process.
    until    BIGINT NOT NULL
);

-- What is divided among them: a shard of Discord, or the workspaces of an app of Slack.
CREATE TABLE partitions (
    name     TEXT PRIMARY KEY,
    holder   TEXT,
    -- Counts who had it.
    token    BIGINT NOT NULL,
    taken_at BIGINT
);

-- The partition that a community is of; NULL where the work is not divided.
ALTER TABLE communities ADD COLUMN partition TEXT;

-- The communities that the asking process looks after: all of them, except on connections that were opened for a holder.
CREATE VIEW own_communities AS
SELECT k.* FROM communities k
/* postgresql: WHERE COALESCE(current_setting('engagebot.holder', true), '') = ''
    OR k.partition IN (SELECT p.name FROM partitions p WHERE p.holder = current_setting('engagebot.holder', true)) */;

-- Counts that somebody was forgotten, or came back: each process then forgets what it knows of people in memory. One row, made by the first of several processes.
CREATE TABLE account_changes (
    one    INTEGER PRIMARY KEY,
    number BIGINT NOT NULL
);

-- When a session was last begun with a platform, where it takes them one after the other from all processes together.
CREATE TABLE turns (
    name TEXT PRIMARY KEY,
    at   BIGINT NOT NULL
);
