using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>Refuses rules that are out of range or contradict one another, with the reason.</summary>
internal static class RulesValidator
{
    /// <param name="source">Where the rules come from, to begin the sentence with.</param>
    public static void Check(CommunityRules rules, string source)
    {
        if (Problem(rules) is { } problem)
        {
            throw new RulesException($"{source}: {problem}");
        }
    }

    private static string? Problem(CommunityRules rules)
    {
        if (rules.WatchedChannels is null || rules.IgnoredChannels is null || rules.WatchedChannels.Concat(rules.IgnoredChannels).Any(string.IsNullOrWhiteSpace))
        {
            return "watchedChannels and ignoredChannels must be lists of names.";
        }

        if (!Enum.IsDefined(rules.PublicStep) || (rules.BoardChannel is { } board && string.IsNullOrWhiteSpace(board)))
        {
            return "publicStep must be Board, Tag or Reply, and boardChannel the name of a channel or left out.";
        }

        if (rules.WaitAtLeast < TimeSpan.FromSeconds(1) || rules.WaitAtMost > TimeSpan.FromDays(7))
        {
            return "waitAtLeast must be at least 1 second (00:00:01), waitAtMost at most 7 days (7.00:00:00).";
        }

        if (rules.WaitAtLeast > rules.WaitAtMost)
        {
            return $"waitAtLeast ({rules.WaitAtLeast}) is longer than waitAtMost ({rules.WaitAtMost}).";
        }

        if (rules.WaitWithoutHistory < rules.WaitAtLeast || rules.WaitWithoutHistory > rules.WaitAtMost)
        {
            return $"waitWithoutHistory ({rules.WaitWithoutHistory}) must lie between waitAtLeast and waitAtMost.";
        }

        return rules.RestAfter > TimeSpan.FromDays(30) ? "restAfter must be at most 30 days (30.00:00:00)."
            : rules.RestAfter < rules.BoardAtMost || rules.BoardAtMost < rules.WaitAtLeast
            ? "boardAtMost must lie between waitAtLeast and restAfter."
            : ProblemOfPeople(rules);
    }

    private static string? ProblemOfPeople(CommunityRules rules)
    {
        if (rules.AsksPerPost is < 0 or > 5 || rules.FewestHelpers is < 0 or > 100)
        {
            return "asksPerPost must be 0 to 5, fewestHelpers 0 to 100.";
        }

        if (rules.AsksPerDay is < 0 or > 10_000 || rules.RepliesPerDay is < 0 or > 1_000)
        {
            return "asksPerDay must be 0 to 10000, repliesPerDay 0 to 1000.";
        }

        if (rules.HoldOutShare is < 0 or > 0.5 or double.NaN)
        {
            return "holdOutShare must be 0 to 0.5.";
        }

        if (!TextBook.Languages.Contains(rules.Language))
        {
            return $"language must be one of {string.Join(", ", TextBook.Languages)}.";
        }

        if (rules.BetweenAsks < TimeSpan.Zero || rules.BetweenAsks > TimeSpan.FromDays(30))
        {
            return "betweenAsks must be between 0 and 30 days (30.00:00:00).";
        }

        if (rules.WatchedChannels.Intersect(rules.IgnoredChannels, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } both)
        {
            return $"the channel {both} is both watched and ignored.";
        }

        return rules.QuietHours is { } quiet ? ProblemOfQuietHours(quiet) : null;
    }

    private static string? ProblemOfQuietHours(QuietHours quiet)
    {
        if (string.IsNullOrWhiteSpace(quiet.TimeZone))
        {
            return "quietHours need a timeZone, a name like Europe/Berlin.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(quiet.TimeZone, out _))
        {
            return $"the time zone {quiet.TimeZone} is not known. Use a name like Europe/Berlin.";
        }

        var length = quiet.To - quiet.From;
        return length == TimeSpan.Zero || length > TimeSpan.FromHours(20) ? "quietHours must be longer than 0 and at most 20 hours." : null;
    }
}
