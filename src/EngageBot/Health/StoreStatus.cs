namespace EngageBot.Health;

/// <summary>What is in a database, in figures, over all communities.</summary>
public sealed record StoreStatus
{
    public required long Messages { get; init; }

    /// <summary>When the newest message was written.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>When the oldest was written whose text is still kept.</summary>
    public DateTimeOffset? OldestText { get; init; }

    /// <summary>What the bot is to say where it may speak.</summary>
    public required long Planned { get; init; }

    /// <summary>What it said in a day.</summary>
    public required long Sent { get; init; }

    /// <summary>What was refused, too old or not to be settled in a day.</summary>
    public required long Failed { get; init; }
}
