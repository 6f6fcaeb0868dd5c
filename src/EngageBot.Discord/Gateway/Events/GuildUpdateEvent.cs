using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A guild changed; its channels, threads and members are not part of this. <see href="https://discord.com/developers/docs/events/gateway-events#guild-update"/>.</summary>
public sealed record GuildUpdateEvent(Guild Guild) : GatewayEvent;
