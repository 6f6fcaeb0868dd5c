using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>Who joined and left a thread; without the intent GUILD_MEMBERS only the bot itself. <see href="https://discord.com/developers/docs/events/gateway-events#thread-members-update"/>.</summary>
public sealed record ThreadMembersUpdateEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake GuildId { get; set; }

    public int MemberCount { get; set; }

    public IReadOnlyList<ThreadMember> AddedMembers { get; set; } = [];

    public IReadOnlyList<Snowflake> RemovedMemberIds { get; set; } = [];
}
