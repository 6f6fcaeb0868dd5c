namespace EngageBot.Slack.Models;

/// <summary>A payload that is not read; only its type is kept.</summary>
public sealed record UnknownPayload(string Type) : SlackPayload;
