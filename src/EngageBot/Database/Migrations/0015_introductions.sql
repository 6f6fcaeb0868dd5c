-- Who asked to be introduced, and to whom; NULL: to somebody who fits.
CREATE TABLE introduction_requests (
    id         INTEGER PRIMARY KEY,
    community  BIGINT NOT NULL,
    member     BIGINT NOT NULL,
    who        BIGINT,
    -- What it is about, in his words.
    about      TEXT,
    at         BIGINT NOT NULL,
    -- When it was last looked at in vain, and when it was done with; NULL: not yet.
    tried_at   BIGINT,
    handled_at BIGINT
);

CREATE INDEX introduction_requests_new ON introduction_requests (id) WHERE handled_at IS NULL;
CREATE INDEX introduction_requests_by_member ON introduction_requests (member, at);

-- People who are to be put in touch, or were.
CREATE TABLE introductions (
    id         INTEGER PRIMARY KEY,
    community  BIGINT NOT NULL,
    -- See Introductions/Proposals/IntroductionOccasion.cs.
    occasion   INTEGER NOT NULL,
    -- The round that it comes from.
    round      BIGINT,
    -- See Introductions/Proposals/IntroductionState.cs.
    state      INTEGER NOT NULL,
    -- Words that they share where everybody can read them; '' for none.
    topics     TEXT NOT NULL,
    -- What it is about in the words of the one who asked for it.
    about      TEXT,
    -- Where they find each other, or what it is about.
    channel    BIGINT NOT NULL,
    planned_at BIGINT NOT NULL,
    opened_at  BIGINT,
    ended_at   BIGINT,
    -- Why nothing came of it, in words.
    outcome    TEXT
);

CREATE INDEX introductions_by_state ON introductions (state, opened_at);
CREATE INDEX introductions_by_community ON introductions (community, planned_at);

CREATE TABLE introduction_people (
    introduction BIGINT NOT NULL,
    -- In the order in which they are asked, from 0.
    place        INTEGER NOT NULL,
    member       BIGINT NOT NULL,
    -- Something that he wrote where everybody can read it, which shows why.
    post         BIGINT,
    -- See Chat/ProposalAnswer.cs.
    answer       INTEGER,
    answered_at  BIGINT,
    -- See Chat/IntroductionOutcome.cs.
    outcome      INTEGER,
    outcome_at   BIGINT,
    PRIMARY KEY (introduction, place)
);

CREATE INDEX introduction_people_by_member ON introduction_people (member, introduction);

-- Pairs that are never introduced, and those who know each other anyway; the lower key first. Who said so is not kept.
CREATE TABLE never_pairs (
    one   BIGINT NOT NULL,
    other BIGINT NOT NULL,
    at    BIGINT NOT NULL,
    PRIMARY KEY (one, other)
);

CREATE TABLE known_pairs (
    one   BIGINT NOT NULL,
    other BIGINT NOT NULL,
    at    BIGINT NOT NULL,
    PRIMARY KEY (one, other)
);

-- When a community was last searched for people who might get to know each other.
CREATE TABLE introduction_scans (
    community INTEGER PRIMARY KEY,
    at        BIGINT NOT NULL
);

-- Rounds of introductions: how often, and when the next one is.
CREATE TABLE round_schedules (
    community  INTEGER PRIMARY KEY,
    every_days INTEGER NOT NULL,
    group_size INTEGER NOT NULL,
    next_at    BIGINT NOT NULL,
    -- NULL: they go on.
    stopped_at BIGINT
);

CREATE TABLE rounds (
    id         INTEGER PRIMARY KEY,
    community  BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    group_size INTEGER NOT NULL,
    -- See Introductions/Rounds/RoundState.cs.
    state      INTEGER NOT NULL,
    UNIQUE (community, at)
);

CREATE INDEX rounds_by_state ON rounds (state);

-- Who is told of a round, and who sits it out.
CREATE TABLE round_people (
    round      BIGINT NOT NULL,
    member     BIGINT NOT NULL,
    skipped_at BIGINT,
    -- He took part and there was no company for him.
    is_left_out INTEGER NOT NULL,
    PRIMARY KEY (round, member)
);

-- The place that a message opens, and for whom (see Outbox/StoredMeeting.cs).
ALTER TABLE outbox ADD COLUMN meeting TEXT;
CREATE INDEX outbox_by_place ON outbox (message_channel) WHERE meeting IS NOT NULL;
CREATE INDEX outbox_by_thread ON outbox (message) WHERE meeting IS NOT NULL;
