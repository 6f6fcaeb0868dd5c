namespace EngageBot.Host.Platforms.Discord;

/// <summary>A privileged intent is not switched on. The message is one sentence that says where to do that.</summary>
internal sealed class MissingIntentException(string message) : Exception(message);
