using EngageBot.Unanswered;

namespace EngageBot.Tips;

/// <summary>Whether posts fare clearly better in another channel.</summary>
internal static class ChannelPolicy
{
    private const long FewestPosts = 10;

    /// <summary>Of every hundred posts so many more are answered there.</summary>
    private const int Clearly = 30;

    /// <summary>The channel that answers most, where it answers clearly more than this one; else null.</summary>
    /// <param name="channel">The key of the channel of the post.</param>
    /// <param name="shares">Of channels that may be named.</param>
    public static ChannelShare? Better(IReadOnlyList<ChannelShare> shares, long channel) =>
        shares.FirstOrDefault(share => share.Key == channel) is { Posts: >= FewestPosts, Percent: { } unanswered }
            ? shares
                .Where(share => share.Key != channel && share.Posts >= FewestPosts && share.Percent <= unanswered - Clearly)
                .MinBy(share => (share.Percent, -share.Posts, share.Key))
            : null;
}
