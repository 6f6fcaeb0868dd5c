using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A thread was made, or the bot was added to a private one. <see href="https://discord.com/developers/docs/events/gateway-events#thread-create"/>.</summary>
public sealed record ThreadCreateEvent(Channel Thread) : GatewayEvent;
