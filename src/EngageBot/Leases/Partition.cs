namespace EngageBot.Leases;

/// <summary>A part of the work, which one process does at a time: a shard of Discord, the workspaces of an app of Slack, or what is about no community in particular.</summary>
/// <param name="Holder">Who does it; null for nobody.</param>
public sealed record Partition(string Name, string? Holder)
{
    /// <summary>What is about no community in particular.</summary>
    public const string CommonWork = "work";
}
