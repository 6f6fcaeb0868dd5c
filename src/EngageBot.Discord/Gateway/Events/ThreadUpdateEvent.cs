using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A thread changed; new messages do not send this. <see href="https://discord.com/developers/docs/events/gateway-events#thread-update"/>.</summary>
public sealed record ThreadUpdateEvent(Channel Thread) : GatewayEvent;
