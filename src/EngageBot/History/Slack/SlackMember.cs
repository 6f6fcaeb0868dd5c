namespace EngageBot.History.Slack;

internal sealed record SlackMember(string Name, bool IsBot);
