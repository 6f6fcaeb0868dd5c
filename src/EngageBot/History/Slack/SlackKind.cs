namespace EngageBot.History.Slack;

/// <summary>What a message is, in an export and live, by its subtype.</summary>
public enum SlackKind
{
    Person,
    Bot,
    System,

    /// <summary>Tells that another message was edited.</summary>
    Changed,

    /// <summary>Tells that another message was deleted.</summary>
    Deleted,

    /// <summary>Stands where a message with replies was deleted.</summary>
    Tombstone,

    /// <summary>Bookkeeping of threads.</summary>
    Nothing,
}
