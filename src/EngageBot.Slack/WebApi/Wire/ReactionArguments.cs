namespace EngageBot.Slack.WebApi.Wire;

internal sealed record ReactionArguments(string Channel, Timestamp Timestamp, string Name);
