CREATE TABLE nudges (
    community  BIGINT NOT NULL,
    post       BIGINT NOT NULL,
    step       INTEGER NOT NULL,
    -- Counts those asked in one step, from 0.
    place      INTEGER NOT NULL,
    -- NULL: nobody in particular (the waiting board).
    member     BIGINT,
    planned_at BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (post, step, place)
);

CREATE INDEX nudges_by_member ON nudges (member, planned_at);
CREATE INDEX nudges_by_time ON nudges (community, planned_at);
