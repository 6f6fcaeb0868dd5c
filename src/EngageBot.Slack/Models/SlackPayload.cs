namespace EngageBot.Slack.Models;

/// <summary>What Slack sends, by a socket's envelope or by an HTTP request: the same either way.</summary>
public abstract record SlackPayload;
