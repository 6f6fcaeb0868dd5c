using EngageBot.Profiles;
using EngageBot.ReplyGraph;

namespace EngageBot.Responders;

/// <summary>A post that waits for an answer, and what was being said around it.</summary>
internal sealed record ResponderSituation
{
    public required long Author { get; init; }

    public required long Channel { get; init; }

    /// <summary>The moment at which somebody is looked for, unix milliseconds; nothing later is known.</summary>
    public required long Now { get; init; }

    /// <summary>What the post is about, as <see cref="TopicWords"/> reads it.</summary>
    public required uint[] Words { get; init; }

    /// <summary>Whom the post mentions.</summary>
    public IReadOnlyList<long> Mentions { get; init; } = [];

    /// <summary>The last lines of the channel.</summary>
    public required ReplyWindow Window { get; init; }

    /// <summary>How common words are in the community.</summary>
    public required WordCounts Counts { get; init; }
}
