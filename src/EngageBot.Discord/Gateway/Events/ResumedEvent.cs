namespace EngageBot.Discord.Gateway.Events;

/// <summary>All that was missed has been sent; what follows is new. <see href="https://discord.com/developers/docs/events/gateway-events#resumed"/>.</summary>
public sealed record ResumedEvent : GatewayEvent;
