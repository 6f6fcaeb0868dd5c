-- What somebody said of a post (see Chat/PostMark.cs), and whether he did so as one who manages the community: then its author alone cannot take it back.
ALTER TABLE dismissals ADD COLUMN mark INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dismissals ADD COLUMN by_moderator INTEGER NOT NULL DEFAULT 0;

-- By nobody in particular: somebody who may took away what the bot had said.
UPDATE dismissals SET by_moderator = 1 WHERE member = 0;

-- Posts for which a member wanted somebody to be found. Nobody is shown who it was.
CREATE TABLE sought_posts (
    post   BIGINT NOT NULL,
    member BIGINT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (post, member)
);

CREATE INDEX sought_posts_by_member ON sought_posts (member, at);
