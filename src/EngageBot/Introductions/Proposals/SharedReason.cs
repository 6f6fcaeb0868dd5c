namespace EngageBot.Introductions.Proposals;

/// <summary>Why people fit, as far as it can be told to all of them.</summary>
/// <param name="Channel">The key of a channel in which they write and which everybody can read; null for none.</param>
internal sealed record SharedReason(SharedTopics Topics, long? Channel)
{
    public static readonly SharedReason None = new(SharedTopics.None, Channel: null);

    public bool IsNone => Topics.IsNone && Channel is null;
}
