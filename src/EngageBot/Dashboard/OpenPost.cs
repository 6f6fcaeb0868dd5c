using EngageBot.Chat;

namespace EngageBot.Dashboard;

/// <summary>A post that waits for an answer.</summary>
public sealed record OpenPost
{
    public required MessagePlace Place { get; init; }

    public required string Channel { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }

    /// <summary>What was written in the channel around it, in order; the post itself is not among them.</summary>
    public IReadOnlyList<ContextLine> Around { get; init; } = [];

    /// <summary>Where members read it; null where there is no such address.</summary>
    public Uri? Link { get; init; }
}
