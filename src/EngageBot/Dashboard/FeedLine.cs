namespace EngageBot.Dashboard;

/// <summary>What comes into a channel through webhooks and integrations in 30 days.</summary>
/// <param name="Name">Of the webhook or integration; empty where that is not known.</param>
/// <param name="Answered">So many of them somebody replied to.</param>
public sealed record FeedLine(string Name, string Channel, long Posts, long Answered);
