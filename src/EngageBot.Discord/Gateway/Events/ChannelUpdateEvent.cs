using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A channel changed; new messages do not send this. <see href="https://discord.com/developers/docs/events/gateway-events#channel-update"/>.</summary>
public sealed record ChannelUpdateEvent(Channel Channel) : GatewayEvent;
