namespace EngageBot.Introductions.Proposals;

/// <summary>Why people fit, as far as it can be told to all of them.</summary>
/// <param name="Topics">Words that they share where everybody can read them; none where there are none.</param>
/// <param name="Channel">The key of a channel in which they write and which everybody can read; null for none.</param>
internal sealed record SharedReason(IReadOnlyList<string> Topics, long? Channel)
{
    public static readonly SharedReason None = new([], Channel: null);

    public bool IsNone => Topics.Count == 0 && Channel is null;
}
