namespace EngageBot.Host.Platforms.Slack;

/// <summary>Slack does not let the bot in, or not any more; the message is a sentence that says what to do.</summary>
internal sealed class SlackGoneException(string message) : Exception(message);
