namespace EngageBot.Dashboard;

/// <summary>What comes into a channel through webhooks and integrations in 30 days.</summary>
/// <param name="Answered">So many of them somebody replied to.</param>
public sealed record FeedLine(string Channel, long Posts, long Answered);
