namespace EngageBot.Slack.WebApi;

/// <summary>Which part of a conversation is asked for. <see href="https://docs.slack.dev/reference/methods/conversations.history"/>.</summary>
public sealed record HistoryRequest
{
    /// <summary>What came after it.</summary>
    public Timestamp? Oldest { get; init; }

    /// <summary>What came before it.</summary>
    public Timestamp? Latest { get; init; }

    /// <summary>Those two as well.</summary>
    public bool Inclusive { get; init; }

    /// <summary>Messages of a page, 1 to 999. Apps sold outside Slack's Marketplace get 15 and one page a minute.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>What apps have attached to their messages comes along.</summary>
    public bool IncludeAllMetadata { get; init; }
}
