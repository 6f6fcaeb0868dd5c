using EngageBot.Chat;

namespace EngageBot.Stats.Daily;

/// <summary>What live figures are about.</summary>
/// <param name="Channel">One channel, whoever can read it; null for all that everybody can read.</param>
/// <param name="Length">Of the period that ends now; the one before it is as long.</param>
internal sealed record LiveScope(CommunityId Community, ChannelId? Channel, TimeSpan Length, DateTimeOffset Now)
{
    /// <summary>How long each point of a chart is; null for what is usual in chat.</summary>
    public TimeSpan? Point { get; init; }
}
