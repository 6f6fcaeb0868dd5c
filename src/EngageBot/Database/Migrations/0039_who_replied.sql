-- Whether somebody ever replied when he was asked is found without going through all that he was ever asked.
CREATE INDEX nudges_replied ON nudges (member) WHERE replied_at IS NOT NULL;
