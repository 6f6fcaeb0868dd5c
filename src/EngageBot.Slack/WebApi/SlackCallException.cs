namespace EngageBot.Slack.WebApi;

/// <summary>A call was not done to a caller who had said that it cannot fail.</summary>
public sealed class SlackCallException(string message) : Exception(message);
