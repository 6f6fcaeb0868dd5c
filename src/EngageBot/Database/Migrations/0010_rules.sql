-- What moderators decided for their community, over the defaults. A row a change: the highest revision holds, and the others are kept.
CREATE TABLE rule_revisions (
    id         INTEGER PRIMARY KEY,
    community  BIGINT NOT NULL,
    revision   BIGINT NOT NULL,
    -- One object of JSON under the names of the rules; what is left out has its default.
    rules      TEXT NOT NULL,
    -- The platform's id of the moderator, or 'file'.
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- The rules that this change was about, with their values before and after; one a line.
    changes    TEXT NOT NULL,
    UNIQUE (community, revision)
);

-- Since when it was live when everything was stopped, to go on from there. NULL: it was not stopped.
ALTER TABLE communities ADD COLUMN live_before_quiet BIGINT;
