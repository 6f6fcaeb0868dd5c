using EngageBot.Chat;

namespace EngageBot.Concerns;

/// <summary>What moderators are told at once, and what together: somebody in a crisis does not wait, anything else comes a few times a day.</summary>
internal static class ConcernPolicy
{
    /// <summary>With more crises in a day the words are at fault, or somebody plays with them: the rest come with the others.</summary>
    public const int MostCrises = 10;

    public const int MostBundles = 3;

    public const int MostInOne = 10;

    public static readonly TimeSpan BetweenBundles = TimeSpan.FromHours(4);

    /// <param name="untold">Of one community, the oldest first.</param>
    /// <returns>The posts of each message that goes out now.</returns>
    public static IReadOnlyList<IReadOnlyList<ConcernPost>> Plan(IReadOnlyList<ConcernPost> untold, ConcernsTold told, DateTimeOffset now)
    {
        List<IReadOnlyList<ConcernPost>> messages = [.. untold.Where(post => post.Kind == PostKind.Crisis).Take(Math.Max(0, MostCrises - told.Crises)).Select(post => new[] { post })];
        ConcernPost[] others = [.. untold.Except(messages.SelectMany(message => message)).Take(MostInOne)];
        var mayBundle = told.Bundles.Count < MostBundles && told.Bundles.All(bundle => now - bundle >= BetweenBundles);
        return others.Length > 0 && mayBundle ? [.. messages, others] : messages;
    }
}
