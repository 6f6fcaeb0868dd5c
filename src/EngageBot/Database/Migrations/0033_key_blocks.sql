-- The highest key that was handed out of a table, where several processes may write to the database (see Database/KeySequence.cs). An embedded one does without.
CREATE TABLE key_blocks (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
