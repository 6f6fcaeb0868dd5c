namespace EngageBot.Outbox;

/// <summary>How it stands with something that the bot says. The numbers are stored.</summary>
public enum OutboxState
{
    Planned = 1,

    /// <summary>About to be sent, or sent by a process that did not live to say so.</summary>
    Claimed = 2,

    /// <summary>It stands.</summary>
    Sent = 3,

    /// <summary>The platform would not have it.</summary>
    Refused = 4,

    /// <summary>Not wanted any more: never sent, or taken away again.</summary>
    Withdrawn = 5,

    /// <summary>It could not be said in time.</summary>
    Expired = 6,

    /// <summary>It may have been sent or not.</summary>
    Uncertain = 7,
}
