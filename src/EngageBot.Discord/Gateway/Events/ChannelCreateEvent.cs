using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A channel was made. <see href="https://discord.com/developers/docs/events/gateway-events#channel-create"/>.</summary>
public sealed record ChannelCreateEvent(Channel Channel) : GatewayEvent;
