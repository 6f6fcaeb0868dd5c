namespace EngageBot.Outbox;

/// <summary>Whether something is still to be said, decided at the last moment.</summary>
internal abstract record OutboxVerdict
{
    private OutboxVerdict()
    {
    }

    public sealed record Say : OutboxVerdict;

    /// <summary>Not now; perhaps later.</summary>
    /// <param name="Until">When it is decided anew; null for soon.</param>
    public sealed record Hold(string Reason, DateTimeOffset? Until = null) : OutboxVerdict;

    /// <summary>Not any more.</summary>
    public sealed record Drop(string Reason) : OutboxVerdict;
}
