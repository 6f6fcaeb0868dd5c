namespace EngageBot.Discord.Gateway;

/// <summary>The gateway cannot go on, and why, in a sentence for the person who runs the bot.</summary>
public abstract class GatewayException(string message) : Exception(message);
