using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>What a role lets its members do everywhere in a guild.</summary>
internal readonly record struct RoleState(Snowflake Id, Permissions Permissions)
{
    /// <summary>What it is called; null where it was kept before that was.</summary>
    public string? Name { get; init; }
}
