using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A message was written. <see href="https://discord.com/developers/docs/events/gateway-events#message-create"/>.</summary>
public sealed record MessageCreateEvent(Message Message) : GatewayEvent;
