namespace EngageBot.Discord.Gateway.Events;

/// <summary>What the gateway told: one of the records of this folder.</summary>
public abstract record GatewayEvent;
