namespace EngageBot.Slack;

/// <summary>What was to be sent is more or other than Slack takes; nothing was sent.</summary>
public sealed class InvalidRequestException(string message) : Exception(message);
