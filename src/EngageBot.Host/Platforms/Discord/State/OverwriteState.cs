using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>What a role or a member may do otherwise in one channel.</summary>
internal readonly record struct OverwriteState(Snowflake Id, bool IsMember, Permissions Allow, Permissions Deny);
