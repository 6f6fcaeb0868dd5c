namespace EngageBot.Slack;

/// <summary>It cannot go on, and why, in a sentence for the person who runs the app.</summary>
public abstract class SlackException(string message) : Exception(message);
