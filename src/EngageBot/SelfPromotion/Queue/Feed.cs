using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>What comes into a channel through webhooks and integrations.</summary>
/// <param name="Posts">In the last 30 days.</param>
/// <param name="Answered">So many of them somebody replied to.</param>
internal sealed record Feed(ChannelId Channel, string ChannelName, long Posts, long Answered)
{
    /// <summary>Of the webhook or integration, where it was asked for.</summary>
    public string Name { get; init; } = string.Empty;
}
