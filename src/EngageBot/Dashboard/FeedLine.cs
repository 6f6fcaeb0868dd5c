namespace EngageBot.Dashboard;

/// <summary>What came into a channel by itself in 30 days: through a webhook, an integration, or a bot that passes on news.</summary>
/// <param name="Name">Of the webhook, integration or bot; empty where that is not known.</param>
/// <param name="Answered">So many of them somebody replied to.</param>
public sealed record FeedLine(string Name, string Channel, long Posts, long Answered);
