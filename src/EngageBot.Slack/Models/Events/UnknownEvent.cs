namespace EngageBot.Slack.Models.Events;

/// <summary>An event that is not read; only its type is kept.</summary>
public sealed record UnknownEvent(string Type) : SlackEvent;
