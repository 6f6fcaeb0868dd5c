namespace EngageBot.Dashboard;

/// <summary>Something that keeps the bot from its work, for a moderator.</summary>
/// <param name="Channel">Null where it is about no channel, or none that he can read.</param>
/// <param name="Sentence">Null where it speaks of a channel that he cannot read.</param>
public sealed record Condition(string? Channel, string? Sentence, DateTimeOffset Since)
{
    /// <summary>The language of the sentence: his, or English for what only a platform's own words tell.</summary>
    public required string Language { get; init; }
}
