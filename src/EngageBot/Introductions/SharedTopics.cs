namespace EngageBot.Introductions;

/// <summary>Words that people share, spelled as one of them wrote them where everybody can read it.</summary>
/// <param name="Channels">The keys of the channels in which they were written: when one of them is not for everybody any more, nothing of this is told.</param>
internal sealed record SharedTopics(IReadOnlyList<string> Words, IReadOnlyList<long> Channels)
{
    public static readonly SharedTopics None = new([], []);

    public bool IsNone => Words.Count == 0;
}
