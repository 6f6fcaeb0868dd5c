namespace EngageBot.Slack.WebApi;

/// <summary>Done, and nothing to tell.</summary>
public sealed record NoContent;
