-- What no person wrote, which is little, is looked for among all that was written in a month.
CREATE INDEX messages_not_by_people ON messages (channel, at) WHERE (traits & 3) <> 0;
