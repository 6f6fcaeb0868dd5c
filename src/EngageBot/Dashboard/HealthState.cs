namespace EngageBot.Dashboard;

/// <summary>How the bot is, as far as one community goes.</summary>
public sealed record HealthState
{
    /// <summary>What was written while it was away is read.</summary>
    public required bool IsCaughtUp { get; init; }

    /// <summary>When the newest message that it knows was written; null for none.</summary>
    public required DateTimeOffset? Newest { get; init; }

    /// <summary>So many things are to be said and were not yet.</summary>
    public required long Waiting { get; init; }

    /// <summary>So many were refused or came too late in the last day.</summary>
    public required long Failed { get; init; }

    public required IReadOnlyList<Condition> Conditions { get; init; }
}
