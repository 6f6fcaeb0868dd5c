using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>What is kept of a tag that a forum offers.</summary>
internal readonly record struct TagState(Snowflake Id, string Name);
