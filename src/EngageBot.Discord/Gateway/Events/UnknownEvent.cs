namespace EngageBot.Discord.Gateway.Events;

/// <summary>An event that this client does not read; its position counts nevertheless.</summary>
public sealed record UnknownEvent(string Name) : GatewayEvent;
