using EngageBot.Chat;

namespace EngageBot.Introductions.Proposals;

/// <summary>An introduction with all that decides how it goes on.</summary>
internal sealed record StoredIntroduction
{
    public required long Id { get; init; }

    /// <summary>The key of the community.</summary>
    public required long Community { get; init; }

    public required Platform Platform { get; init; }

    /// <summary>The bot speaks in the community.</summary>
    public required bool IsLive { get; init; }

    public required IntroductionOccasion Occasion { get; init; }

    public required IntroductionState State { get; init; }

    /// <summary>Words that they share, as they are shown; empty for none.</summary>
    public required string Topics { get; init; }

    /// <summary>What a channel is called in which they write, as long as everybody can read it; null for none.</summary>
    public string? SharedChannel { get; init; }

    /// <summary>What it is about in the words of the first of them; null where he said nothing of it.</summary>
    public required string? About { get; init; }

    /// <summary>The key of the channel near which they find each other.</summary>
    public required long Channel { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required bool IsNever { get; init; }

    public required bool IsKnown { get; init; }

    /// <summary>The message that opens their place; null where there is none yet.</summary>
    public required SaidMessage? Opening { get; init; }

    /// <summary>When that was sent.</summary>
    public required DateTimeOffset? OpeningSentAt { get; init; }

    /// <summary>Where it stands; null where it does not.</summary>
    public required MessagePlace? Place { get; init; }

    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<IntroducedPerson> People { get; init; }

    public ProposalFacts Facts => new(PlannedAt, [.. People.Select(person => person.State)], IsNever, IsKnown);

    /// <summary>The keys of what shows why.</summary>
    public IReadOnlyList<long> Posts => [.. People.Select(person => person.Post).OfType<IntroducedPost>().Select(post => post.Key)];
}
