using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>A channel may have threads that were begun, and archived again, while nobody listened: nothing tells of them, they have to be asked for.</summary>
/// <param name="Since">Those archived before were heard of.</param>
internal sealed record ThreadSearch(Snowflake Channel, Snowflake Guild, DateTimeOffset Since);
