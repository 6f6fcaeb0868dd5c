namespace EngageBot.Chat;

/// <summary>What a look for a message that may have been sent has shown.</summary>
public abstract record FindResult
{
    private FindResult()
    {
    }

    public sealed record Found(MessageId Message) : FindResult
    {
        /// <summary>The private conversation that a message to one member stands in.</summary>
        public ChannelId? Conversation { get; init; }
    }

    /// <summary>It was looked for where it would be, and is not there.</summary>
    public sealed record Absent : FindResult;

    /// <summary>It cannot be told.</summary>
    public sealed record Unknown : FindResult;
}
