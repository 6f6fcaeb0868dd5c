namespace EngageBot.Discord.Rest;

/// <summary>Discord could not be reached, or answered with a fault of its own, also after trying again. Whether the call was done is not known.</summary>
public sealed class DiscordUnavailableException(string message, Exception? innerException) : IOException(message, innerException);
