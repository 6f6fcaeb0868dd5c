using EngageBot.Introductions.Proposals;

namespace EngageBot.Introductions.Rounds;

/// <summary>Somebody who is told of a round.</summary>
internal sealed record RoundPerson
{
    /// <summary>His key.</summary>
    public required long Member { get; init; }

    public required bool Skips { get; init; }

    /// <summary>There was no company for him.</summary>
    public required bool IsLeftOut { get; init; }

    /// <summary>He opted in to rounds, and out of nothing.</summary>
    public required bool IsWilling { get; init; }

    public required DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The message that tells him; null where there is none yet.</summary>
    public required SaidMessage? Notice { get; init; }

    /// <summary>He was told in time, and wants to take part.</summary>
    public bool TakesPart => IsWilling && !Skips && Notice is { State: Outbox.OutboxState.Sent, IsUnwanted: false };
}
