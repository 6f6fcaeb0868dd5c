using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>Refuses rules that are out of range or contradict one another, with the reason.</summary>
internal static class RulesValidator
{
    private const int MostChannels = 500;
    private const int MostEmoji = 20;
    private const int MostTags = 20;
    private const int MostBridges = 50;

    /// <summary>Why a role cannot make moderators.</summary>
    public const string EverybodyModerates = "moderatorRole must be the id or name of a role that not everybody has, or left out.";

    /// <param name="source">Where the rules come from, to begin the sentence with.</param>
    public static void Check(CommunityRules rules, string source)
    {
        if (Problem(rules) is { } problem)
        {
            throw new RulesException($"{source}: {problem}");
        }
    }

    /// <summary>Why rules cannot be used, as a sentence; null where they can.</summary>
    public static string? Problem(CommunityRules rules) => ProblemOfChannels(rules) ?? ProblemOfMarks(rules) ?? ProblemOfWaits(rules) ?? ProblemOfPeople(rules) ?? ProblemOfSingleChannels(rules) ?? ProblemOfSteps(rules) ?? OwnTexts.Problem(rules.Texts);

    private static string? ProblemOfWaits(CommunityRules rules)
    {
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
            : null;
    }

    private static string? ProblemOfChannels(CommunityRules rules)
    {
        if (!AreNames(rules.WatchedChannels, MostChannels) || !AreNames(rules.IgnoredChannels, MostChannels) || !AreNames(rules.PromotionChannels, MostChannels))
        {
            return "watchedChannels, ignoredChannels and promotionChannels must be lists of names, 500 at most.";
        }

        if (!Enum.IsDefined(rules.PublicStep) || (rules.BoardChannel is { } board && string.IsNullOrWhiteSpace(board)))
        {
            return "publicStep must be Board, Tag or Reply, and boardChannel the name of a channel or left out.";
        }

        if (rules.ModeratorChannel is { } moderators && string.IsNullOrWhiteSpace(moderators))
        {
            return "moderatorChannel must be the name of a channel or left out.";
        }

        if (rules.IntroductionChannel is { } introductions && string.IsNullOrWhiteSpace(introductions))
        {
            return "introductionChannel must be the name of a channel or left out.";
        }

        if ((rules.DigestChannel is { } digest && string.IsNullOrWhiteSpace(digest)) || !Enum.IsDefined(rules.DigestDay) || rules.DigestHour is < 0 or > 23)
        {
            return "digestChannel must be the name of a channel or left out, digestDay a day of the week, and digestHour 0 to 23.";
        }

        if (rules.WatchedChannels.FirstOrDefault(watched => rules.IgnoredChannels.Any(ignored => CommunityRules.IsNamed(watched, ignored, ignored))) is { } both)
        {
            return $"the channel {both} is both watched and ignored.";
        }

        return null;
    }

    private static string? ProblemOfMarks(CommunityRules rules)
    {
        if (!AreNames(rules.AnsweredEmoji, MostEmoji) || rules.AnsweredEmoji.Any(emoji => EmojiName.Of(emoji).Length == 0))
        {
            return "answeredEmoji must be a list of emoji, 20 at most.";
        }

        if (!AreNames(rules.SolvedTags, MostTags) || rules.SolvedTags.Any(tag => SolvedTag.Words(tag).Length == 0))
        {
            return "solvedTags must be a list of names with letters or digits, 20 at most.";
        }

        return TextBook.Languages.Contains(rules.Language) ? null : $"language must be one of {string.Join(", ", TextBook.Languages)}.";
    }

    /// <summary>What is different in a channel must go together with what is the same.</summary>
    private static string? ProblemOfSingleChannels(CommunityRules rules)
    {
        if (rules.Channels is null || rules.Channels.Count > MostChannels || rules.Channels.Any(channel => string.IsNullOrWhiteSpace(channel?.Channel)))
        {
            return "channels must be a list, 500 at most, each with the name of a channel under channel.";
        }

        for (var place = 0; place < rules.Channels.Count; place++)
        {
            var name = rules.Channels[place].Channel;
            if (rules.Channels.Take(place).Any(earlier => CommunityRules.IsNamed(earlier.Channel, name, name)))
            {
                return $"the channel {name} is there twice under channels.";
            }

            if (ProblemOfWaits(rules.In(name, name)) is { } problem)
            {
                return $"in the channel {name}, {problem}";
            }
        }

        return null;
    }

    private static string? ProblemOfSteps(CommunityRules rules)
    {
        if (rules.Steps is null || rules.Steps.Any(step => step is null || !Enum.IsDefined(step.Step) || !AreNames(step.Except, MostChannels)))
        {
            return $"steps must be a list, each with a step ({string.Join(", ", Enum.GetNames<LiveStep>())}), isOn, and names of channels under except.";
        }

        return rules.Steps.DistinctBy(step => step.Step).Count() < rules.Steps.Count ? "a step is there twice under steps."
            : rules.Approvals is < 0 or > 100 ? "approvals must be 0 to 100."
            : rules.HelperRole is { } role && string.IsNullOrWhiteSpace(role) ? "helperRole must be the id or name of a role or left out."
            : rules.ModeratorRole is { } moderators && (ModeratorRole.Plain(moderators).Length == 0 || ModeratorRole.IsEverybody(moderators)) ? EverybodyModerates
            : null;
    }

    private static bool AreNames(IReadOnlyList<string>? names, int most) => names is not null && names.Count <= most && !names.Any(string.IsNullOrWhiteSpace);

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

        if (!AreNames(rules.Bridges, MostBridges))
        {
            return "bridges must be a list of ids or names, 50 at most.";
        }

        if (rules.HoldOutShare is < 0 or > 0.5 or double.NaN)
        {
            return "holdOutShare must be 0 to 0.5.";
        }

        if (rules.Balance is < 0 or > 20)
        {
            return "balance must be 0 to 20.";
        }

        if (rules.BetweenAsks < TimeSpan.Zero || rules.BetweenAsks > TimeSpan.FromDays(30))
        {
            return "betweenAsks must be between 0 and 30 days (30.00:00:00).";
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
