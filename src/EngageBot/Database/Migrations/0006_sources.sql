-- What a source of events must still know in a process that has only its database: what it was told of guilds, channels, roles and threads, and the gaps
-- that it has yet to fill. The words are the source's own; they are written with the events that they come from.
CREATE TABLE source_notes (
    source TEXT NOT NULL,
    name   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (source, name)
);

-- As channels.complete_up_to, for a thread: it is read by itself, and what is known of its channel says nothing of it.
CREATE TABLE thread_marks (
    channel        BIGINT NOT NULL,
    thread         BIGINT NOT NULL,
    complete_up_to BIGINT NOT NULL,
    PRIMARY KEY (channel, thread)
);
