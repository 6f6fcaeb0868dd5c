-- Sign-in to the moderators' pages without a password (see Dashboard/SignIns.cs): links that are good once, and sessions. Of both only a hash is kept. They are an account's, not a
-- member's: who is left out of everything, or was never seen, may manage a community all the same.
CREATE TABLE dashboard_links (
    hash       TEXT PRIMARY KEY,
    platform   INTEGER NOT NULL,
    community  TEXT NOT NULL,
    account    TEXT NOT NULL,
    language   TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE dashboard_sessions (
    hash      TEXT PRIMARY KEY,
    platform  INTEGER NOT NULL,
    community TEXT NOT NULL,
    account   TEXT NOT NULL,
    language  TEXT NOT NULL,
    began_at  BIGINT NOT NULL,
    seen_at   BIGINT NOT NULL
);
