namespace EngageBot.Tips;

/// <summary>At which hours of the day a channel answers.</summary>
internal static class HourPolicy
{
    /// <summary>Of the stretch that is named.</summary>
    public const int Hours = 4;

    private const int Day = 24;

    /// <summary>With fewer replies nobody knows a channel's hours.</summary>
    private const long FewestReplies = 40;

    /// <summary>The best hours have this many times the replies of those that followed the post.</summary>
    private const long Clearly = 3;

    /// <summary>The hour at which the best stretch begins, where a post was written at a clearly worse one; else null.</summary>
    /// <param name="replies">By hours of the day, 24 of them.</param>
    /// <param name="hour">At which it was written.</param>
    public static int? Better(IReadOnlyList<long> replies, int hour)
    {
        if (replies.Sum() < FewestReplies)
        {
            return null;
        }

        var best = Enumerable.Range(0, Day).MaxBy(from => In(replies, from));
        var isInside = (hour - best + Day) % Day < Hours;
        return !isInside && In(replies, best) >= Clearly * Math.Max(1, In(replies, hour)) ? best : null;
    }

    private static long In(IReadOnlyList<long> replies, int from) => Enumerable.Range(from, Hours).Sum(hour => replies[hour % Day]);
}
