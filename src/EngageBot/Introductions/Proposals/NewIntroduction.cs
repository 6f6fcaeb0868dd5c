namespace EngageBot.Introductions.Proposals;

/// <summary>An introduction to be made, by keys of the store.</summary>
internal sealed record NewIntroduction
{
    public required long Community { get; init; }

    public required IntroductionOccasion Occasion { get; init; }

    public SharedTopics Topics { get; init; } = SharedTopics.None;

    /// <summary>The key of a channel in which they write and which everybody can read; null for none.</summary>
    public long? SharedChannel { get; init; }

    public string? About { get; init; }

    /// <summary>The round that it comes from.</summary>
    public long? Round { get; init; }

    public required long Channel { get; init; }

    /// <summary>In the order in which they are asked: who, something that he wrote, and whether he wants it already.</summary>
    public required IReadOnlyList<(long Member, long? Post, bool WantsIt)> People { get; init; }
}
