namespace EngageBot.Host.Platforms.Slack;

/// <summary>Something happened in a channel that is not known and cannot be asked for now. Slack sends the event again.</summary>
internal sealed class SlackUnlearntException(string message) : Exception(message);
