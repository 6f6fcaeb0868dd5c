-- What happened lately in one community is found without going through all that ever happened there: who said that he will reply, and who links where.
ALTER TABLE claims ADD COLUMN community BIGINT NOT NULL DEFAULT 0;

UPDATE claims SET community = COALESCE((SELECT c.community FROM messages m JOIN channels c ON c.id = m.channel WHERE m.id = claims.post), 0);

CREATE INDEX claims_by_community ON claims (community, claimed_at);

ALTER TABLE link_domains ADD COLUMN community BIGINT NOT NULL DEFAULT 0;
ALTER TABLE link_domains ADD COLUMN at BIGINT NOT NULL DEFAULT 0;

UPDATE link_domains SET
    community = COALESCE((SELECT c.community FROM messages m JOIN channels c ON c.id = m.channel WHERE m.id = link_domains.message), 0),
    at = COALESCE((SELECT m.at FROM messages m WHERE m.id = link_domains.message), 0);

DROP INDEX link_domains_by_domain;
CREATE INDEX link_domains_by_domain ON link_domains (domain, community, at);
CREATE INDEX link_domains_by_time ON link_domains (community, at);

-- So are those who may be asked, without going through all members that there ever were.
ALTER TABLE member_settings ADD COLUMN community BIGINT NOT NULL DEFAULT 0;

UPDATE member_settings SET community = COALESCE((SELECT w.community FROM members w WHERE w.id = member_settings.member), 0);

CREATE INDEX member_settings_of_helpers ON member_settings (community, member) WHERE helps_since IS NOT NULL;

-- What was to be said when a program ended, which is little, is looked for among all that was ever said.
CREATE INDEX outbox_claimed ON outbox (id) WHERE state = 2;
