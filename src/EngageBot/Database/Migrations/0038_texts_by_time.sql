-- Old texts go in the order in which they were written, from all communities together (see Privacy/Retention/OldTexts.cs): what goes at once stands together then.
DROP INDEX messages_with_text;
CREATE INDEX messages_with_text ON messages (at) WHERE text IS NOT NULL;
