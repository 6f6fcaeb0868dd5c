-- What members decided about themselves and the bot. No row: nothing was decided.
CREATE TABLE member_settings (
    member       INTEGER PRIMARY KEY,
    -- Since when he may be asked to answer somebody. NULL: not.
    helps_since  BIGINT,
    -- What he would like to be asked about, in his own words.
    topics       TEXT,
    paused_until BIGINT
);
