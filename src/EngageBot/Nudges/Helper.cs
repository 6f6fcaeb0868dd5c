namespace EngageBot.Nudges;

/// <summary>Somebody who could be asked about a post.</summary>
/// <param name="Answers">How often he answered others in the post's channel over the last 30 days.</param>
/// <param name="Place">How likely he is to answer this post: 0 for the likeliest of those considered.</param>
/// <param name="LastSeenAt">When he last wrote anything, unix milliseconds.</param>
/// <param name="LastAskedAt">When he was last asked anything, unix milliseconds; null for never.</param>
internal sealed record Helper(long Member, int Answers, int Place, long LastSeenAt, long? LastAskedAt)
{
    /// <summary>Words of the post about which he answered others before.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Words of the post about which he said that he likes to be asked.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];
}
