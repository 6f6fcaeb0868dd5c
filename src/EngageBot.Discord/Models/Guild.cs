using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// A guild; its channels, threads and members come with the gateway's GUILD_CREATE only.
/// <see href="https://discord.com/developers/docs/resources/guild#guild-object"/>.
/// </summary>
public sealed record Guild
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    /// <summary>An outage: the guild is there, but nothing of it can be seen.</summary>
    public bool Unavailable { get; set; }

    public string Name { get; set; } = "";

    public string? Icon { get; set; }

    public Snowflake? OwnerId { get; set; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>What the guild has switched on, for example <c>COMMUNITY</c>.</summary>
    public IReadOnlyList<string> Features { get; set; } = [];

    public Snowflake? SystemChannelId { get; set; }

    public Snowflake? RulesChannelId { get; set; }

    /// <summary>Where moderators get Discord's notices.</summary>
    public Snowflake? PublicUpdatesChannelId { get; set; }

    public string? PreferredLocale { get; set; }

    public DateTimeOffset? JoinedAt { get; set; }

    public bool Large { get; set; }

    public int? MemberCount { get; set; }

    /// <summary>The bot's own membership, and with few members the others'.</summary>
    public IReadOnlyList<Member> Members { get; set; } = [];

    public IReadOnlyList<Channel> Channels { get; set; } = [];

    /// <summary>The active threads the bot may see.</summary>
    public IReadOnlyList<Channel> Threads { get; set; } = [];
}
