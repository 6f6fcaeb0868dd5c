-- What is kept of a member when the text is gone: counts and topic weights, as bytes (see Profiles/ProfileBytes.cs). Deleting the row forgets him.
-- BYTEA is PostgreSQL's word; SQLite takes any.
CREATE TABLE member_profiles (
    member  INTEGER PRIMARY KEY,
    profile BYTEA NOT NULL
);

-- In how many messages of a community words occur, by the words' numbers: says of nobody what he wrote.
CREATE TABLE community_words (
    community INTEGER PRIMARY KEY,
    messages  BIGINT NOT NULL,
    counts    BYTEA NOT NULL
);

-- What is counted since then, so that not everything is written with every message.
CREATE TABLE community_word_notes (
    community BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    messages  BIGINT NOT NULL,
    words     BYTEA NOT NULL,
    PRIMARY KEY (community, number)
);
