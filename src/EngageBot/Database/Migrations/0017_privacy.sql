-- Who asked to be forgotten: an HMAC of the platform and its id, by a key that is kept outside the database (see Members/ErasureKey.cs). It stands in the place of the id
-- in the member's row too.
CREATE TABLE erasures (
    hmac TEXT PRIMARY KEY,
    at   BIGINT NOT NULL
);

-- Accounts on several platforms that are one person's, who said so on each of them.
CREATE TABLE linked_accounts (
    platform    INTEGER NOT NULL,
    platform_id TEXT NOT NULL,
    person      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (platform, platform_id)
);

CREATE INDEX linked_accounts_by_person ON linked_accounts (person);

-- Codes by which accounts are linked, as hashes, and who has them. Each is good once, and not for long.
CREATE TABLE link_codes (
    code       TEXT PRIMARY KEY,
    member     BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- When members entered a code, to slow down who guesses.
CREATE TABLE link_tries (
    member BIGINT NOT NULL,
    at     BIGINT NOT NULL
);

CREATE INDEX link_tries_by_member ON link_tries (member, at);

-- Which moderator looked at the log of what the bot said, when, and whose.
CREATE TABLE log_looks (
    id        INTEGER PRIMARY KEY,
    community BIGINT NOT NULL,
    member    BIGINT NOT NULL,
    -- NULL: everybody's.
    about     BIGINT,
    at        BIGINT NOT NULL
);

CREATE INDEX log_looks_by_about ON log_looks (about);

-- A member asks why one message of the bot was said.
CREATE INDEX outbox_by_message ON outbox (message) WHERE message IS NOT NULL;
