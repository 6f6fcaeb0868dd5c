-- What was said about a post already: nobody is reminded or thanked twice for the same one.
CREATE INDEX outbox_posts_by_post ON outbox_posts (post);

-- Which claims hold.
CREATE INDEX claims_by_until ON claims (until);
