using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A command, click or form waits for an answer. <see href="https://discord.com/developers/docs/events/gateway-events#interaction-create"/>.</summary>
public sealed record InteractionCreateEvent(Interaction Interaction) : GatewayEvent;
