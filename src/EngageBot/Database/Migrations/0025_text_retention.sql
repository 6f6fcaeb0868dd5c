-- Texts are kept for some days (see Privacy/Retention/OldTexts.cs). What is left of them is found by these, which hold nothing else.
CREATE INDEX messages_with_text ON messages (channel, at) WHERE text IS NOT NULL;
CREATE INDEX outbox_with_text ON outbox (planned_at) WHERE text <> '';
CREATE INDEX introductions_with_words ON introductions (planned_at) WHERE about IS NOT NULL;
CREATE INDEX introduction_requests_with_words ON introduction_requests (at) WHERE about IS NOT NULL;
