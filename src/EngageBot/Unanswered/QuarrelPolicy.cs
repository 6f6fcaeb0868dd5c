namespace EngageBot.Unanswered;

/// <summary>
/// Whether somebody is in a running quarrel: he and another take turns around his post, and sharp words fall. Recall first: all that follows is silence and a word to moderators. Who
/// asks something beside the quarrel of others is not in it.
/// </summary>
internal static class QuarrelPolicy
{
    /// <summary>So long before and after a post lines are about the same.</summary>
    public static readonly TimeSpan Around = TimeSpan.FromMinutes(15);

    /// <summary>Turns of the two together.</summary>
    private const int FewestTurns = 3;

    /// <summary>With an insult by one of them, and nothing sharp by the other.</summary>
    private const int FewestTurnsWithInsult = 4;

    /// <param name="talk">The lines around the post, it among them, in order.</param>
    public static bool IsRunning(IReadOnlyList<TalkTurn> talk, long author) =>
        talk.Select(line => line.Author).Where(other => other != author).Distinct().Any(other => IsBetween([.. talk.Where(line => line.Author == author || line.Author == other)], author));

    private static bool IsBetween(IReadOnlyList<TalkTurn> lines, long author)
    {
        var turns = lines.Where((line, at) => at == 0 || lines[at - 1].Author != line.Author).Count();
        var areBothSharp = lines.Any(line => line.IsSharp && line.Author == author) && lines.Any(line => line.IsSharp && line.Author != author);
        return (areBothSharp && turns >= FewestTurns) || (lines.Any(line => line.IsInsult) && turns >= FewestTurnsWithInsult);
    }
}
