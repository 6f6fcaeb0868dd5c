using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A guild is there: joined, loaded after READY, or back after an outage. <see href="https://discord.com/developers/docs/events/gateway-events#guild-create"/>.</summary>
public sealed record GuildCreateEvent(Guild Guild) : GatewayEvent;
