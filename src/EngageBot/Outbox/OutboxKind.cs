namespace EngageBot.Outbox;

/// <summary>What the bot says, by its form. The numbers are stored.</summary>
public enum OutboxKind
{
    /// <summary>The waiting board: one message of a community, changed in place.</summary>
    Board = 1,

    /// <summary>A forum post's tag.</summary>
    Tag = 2,

    /// <summary>A reply under a post.</summary>
    Reply = 3,

    /// <summary>A member is asked in private to look at a post.</summary>
    Ask = 4,

    /// <summary>An author is reminded that somebody replied to him.</summary>
    YourTurn = 5,

    /// <summary>Somebody who promotes is told of people whom he could answer.</summary>
    PromoterNote = 6,

    /// <summary>Two members are to be put in touch, and one of them is asked whether he wants that.</summary>
    Proposal = 7,

    /// <summary>The place in which members who were put in touch find each other, and its first words.</summary>
    Introduction = 8,

    /// <summary>Notice of a round of introductions.</summary>
    RoundNotice = 9,

    /// <summary>What came of an introduction is asked.</summary>
    FollowUp = 10,

    /// <summary>A helper hears that it helped.</summary>
    Thanks = 11,

    /// <summary>Members are told in public what the bot reads, before it speaks.</summary>
    Notice = 12,

    /// <summary>Members are asked in public whether they would like to be asked.</summary>
    SignUp = 13,

    /// <summary>A member of a role is told that he may be asked now.</summary>
    HelperNotice = 14,

    /// <summary>Eyes under a post: somebody said that he will reply.</summary>
    Eyes = 15,

    /// <summary>The week is summed up in public: what was answered, what still waits, and who helped.</summary>
    Digest = 16,

    // From here on: to moderators.

    /// <summary>The first words to the moderators of a community.</summary>
    Joined = 20,

    /// <summary>What the bot found and what it would have done.</summary>
    Report = 21,

    /// <summary>Something that a moderator is to approve before it is said.</summary>
    Approval = 22,

    /// <summary>A post for the queue of self-promotion.</summary>
    Queued = 23,

    /// <summary>Something that people should look at: a crisis, a complaint.</summary>
    Concern = 24,

    /// <summary>The bot went back to observing, and why.</summary>
    Hint = 25,

    /// <summary>Many new members at once.</summary>
    Raid = 26,
}
