using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A channel was deleted. <see href="https://discord.com/developers/docs/events/gateway-events#channel-delete"/>.</summary>
public sealed record ChannelDeleteEvent(Channel Channel) : GatewayEvent;
