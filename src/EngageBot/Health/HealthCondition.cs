namespace EngageBot.Health;

/// <summary>Something that keeps the bot from its work.</summary>
/// <param name="Sentence">What is wrong, and what to do about it. It may hold names that strangers gave.</param>
/// <param name="SolvedAt">Null while it lasts.</param>
public sealed record HealthCondition(HealthKey Key, string Sentence, DateTimeOffset Since, DateTimeOffset? SolvedAt)
{
    /// <summary>The name of the channel that it is about, where it is about one that is known.</summary>
    public string? ChannelName { get; init; }
}
