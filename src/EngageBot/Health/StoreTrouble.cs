namespace EngageBot.Health;

/// <summary>Whether what arrives can be stored just now, and why not. In memory alone: a database that takes nothing takes no word of that either. For several threads.</summary>
public sealed class StoreTrouble
{
    private volatile Trouble? _now;

    /// <summary>Null where all is stored.</summary>
    public Trouble? Now => _now;

    /// <summary>It could not be stored, or still cannot be.</summary>
    /// <param name="reason">In the database's words.</param>
    public void Raise(string reason, DateTimeOffset at) => _now = new Trouble(reason, _now?.Since ?? at);

    public void Clear() => _now = null;

    /// <param name="Since">When it was first tried in vain.</param>
    public sealed record Trouble(string Reason, DateTimeOffset Since);
}
