using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A guild is gone: unavailable means an outage, otherwise the bot was removed. <see href="https://discord.com/developers/docs/events/gateway-events#guild-delete"/>.</summary>
public sealed record GuildDeleteEvent(UnavailableGuild Guild) : GatewayEvent;
