namespace EngageBot.Discord.Gateway;

/// <summary>A session began, but what Discord said about it cannot be read; each further try would cost one of the day's sessions.</summary>
public sealed class UnreadableReadyException(string error)
    : GatewayException($"Discord's READY cannot be read, so the program has to be updated: {error}");
