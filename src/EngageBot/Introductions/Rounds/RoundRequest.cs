namespace EngageBot.Introductions.Rounds;

/// <summary>What a round of introductions is made of.</summary>
internal sealed record RoundRequest
{
    /// <summary>Who opted in; who skips or pauses is left out by the matching.</summary>
    public required IReadOnlyCollection<RoundMember> Members { get; init; }

    /// <summary>How many are to be in a group: 2 to 4.</summary>
    public required int GroupSize { get; init; }

    /// <summary>When the round takes place.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same members and seed give the same groups.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Pairs that are never put together, whoever asked for that: who is left over by it is left out.</summary>
    public IReadOnlyCollection<(long One, long Other)> Never { get; init; } = [];

    /// <summary>Pairs who were together in earlier rounds: again only where nobody else remains, and then those who met longest ago.</summary>
    public IReadOnlyCollection<RoundMeeting> Met { get; init; } = [];
}
