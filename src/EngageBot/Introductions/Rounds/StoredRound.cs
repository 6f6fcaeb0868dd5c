namespace EngageBot.Introductions.Rounds;

/// <summary>A round, and who is told of it.</summary>
internal sealed record StoredRound
{
    public required long Id { get; init; }

    /// <summary>The key of the community.</summary>
    public required long Community { get; init; }

    /// <summary>The bot speaks in the community.</summary>
    public required bool IsLive { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int GroupSize { get; init; }

    /// <summary>Its groups are of people with an interest in common.</summary>
    public required bool IsPerInterest { get; init; }

    public required RoundState State { get; init; }

    /// <summary>The key of a channel of the community, for the log.</summary>
    public required long Channel { get; init; }

    public required IReadOnlyList<RoundPerson> People { get; init; }
}
