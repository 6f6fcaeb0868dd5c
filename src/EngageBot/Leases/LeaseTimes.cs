namespace EngageBot.Leases;

/// <summary>How long a process is believed to live that says nothing.</summary>
public static class LeaseTimes
{
    /// <summary>By the database's clock: after that others take over.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromSeconds(15);

    /// <summary>By the process's own clock, from before it asked: after that it says nothing any more until the database has answered again. What it began to say before has time to arrive.</summary>
    public static readonly TimeSpan Sure = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);
}
