namespace EngageBot.Leases;

/// <summary>A process that works with the database, and lives as far as the database knows.</summary>
/// <param name="Id">New each time a process joins.</param>
/// <param name="Serves">The partitions that it could do.</param>
public sealed record LeaseHolder(string Id, IReadOnlyList<string> Serves)
{
    /// <summary>The machine and the process, for people to read.</summary>
    public string Name { get; init; } = string.Empty;
}
