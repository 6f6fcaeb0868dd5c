using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The rules of a community in words, for its moderators; short enough for one message on any platform.</summary>
internal static class RulesWords
{
    /// <summary>More channels than these are not named.</summary>
    private const int MostNamed = 4;

    private const int LongestName = 30;

    /// <param name="names">The channels' names by their ids.</param>
    /// <param name="last">The last change; null where nothing was changed yet.</param>
    public static string Of(CommunityRules rules, IReadOnlyDictionary<string, string> names, RulesRevision? last, TextBook texts)
    {
        List<string> lines =
        [
            texts.Of("rules.waits", ("least", DurationText.Of(rules.WaitAtLeast)), ("most", DurationText.Of(rules.WaitAtMost)), ("without", DurationText.Of(rules.WaitWithoutHistory))),
            texts.Of("rules.then", ("board", DurationText.Of(rules.BoardAtMost)), ("rest", DurationText.Of(rules.RestAfter))),
            texts.Of("rules.asks", ("people", rules.AsksPerPost.ToString(CultureInfo.InvariantCulture))),
            Shown(rules, names, texts),
            Watched(rules, names, texts),
        ];
        AddChannels(lines, rules.IgnoredChannels, channels => texts.Of("rules.ignored", ("channels", channels)), names);
        AddChannels(lines, rules.PromotionChannels, channels => texts.Of("rules.promotion", ("channels", channels)), names);
        AddChannels(lines, [.. rules.Channels.Select(channel => channel.Channel)], channels => texts.Of("rules.other-waits", ("channels", channels)), names);
        lines.Add(rules.QuietHours is { } quiet
            ? texts.Of("rules.quiet-hours", ("from", Written(quiet.From)), ("to", Written(quiet.To)), ("zone", quiet.TimeZone))
            : texts["rules.no-quiet-hours"]);
        lines.Add(texts.Of("rules.language", ("language", TextBook.In(rules.Language)["language.name"])));
        AddPeople(lines, rules, names, texts);
        if (rules.AnsweredEmoji.Count > 0)
        {
            lines.Add(texts.Of("rules.emoji", ("emoji", Listed(rules.AnsweredEmoji))));
        }

        if (rules.SolvedTags.Count > 0)
        {
            lines.Add(texts.Of("rules.solved", ("tags", Listed(rules.SolvedTags))));
        }

        if (rules.Texts.Count > 0)
        {
            lines.Add(texts.Of("rules.texts", ("count", rules.Texts.Count.ToString(CultureInfo.InvariantCulture))));
        }

        if (last is not null)
        {
            lines.Add(texts.Of("rules.last-change", ("date", last.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', lines);
    }

    private static void AddPeople(List<string> lines, CommunityRules rules, IReadOnlyDictionary<string, string> names, TextBook texts)
    {
        if (rules.ModeratorChannel is { } moderators)
        {
            lines.Add(texts.Of("rules.moderators", ("channel", NameOf(moderators, names))));
        }

        if (rules.DigestChannel is { } digest)
        {
            lines.Add(texts.Of(
                "rules.digest", ("channel", NameOf(digest, names)), ("day", RuleFields.NameOf(rules.DigestDay, texts)), ("hour", rules.DigestHour.ToString(CultureInfo.InvariantCulture))));
        }

        if (rules.ModeratorRole is { } moderating)
        {
            lines.Add(texts.Of("rules.moderator-role", ("role", OneLine.Of(moderating, LongestName))));
        }

        if (rules.HelperRole is { } role)
        {
            lines.Add(texts.Of("rules.helper-role", ("role", OneLine.Of(role, LongestName))));
        }

        if (rules.Bridges.Count > 0)
        {
            lines.Add(texts.Of("rules.bridges", ("bridges", Listed(rules.Bridges))));
        }

        if (rules.Steps.Count > 0)
        {
            lines.Add(texts.Of("rules.observed", ("steps", string.Join(", ", rules.Steps.Select(step => new StepOptions(step.Step, Channel: null, Name: null).InWords(texts))))));
        }
    }

    private static string Shown(CommunityRules rules, IReadOnlyDictionary<string, string> names, TextBook texts) => rules.PublicStep switch
    {
        PublicStep.Tag => texts["rules.shown.tag"],
        PublicStep.Reply => texts["rules.shown.reply"],
        PublicStep.Board when rules.BoardChannel is { } board => texts.Of("rules.shown.board", ("channel", NameOf(board, names))),
        PublicStep.Board => texts["rules.shown.nowhere"],
        _ => throw new UnreachableException(rules.PublicStep.ToString()),
    };

    private static string Watched(CommunityRules rules, IReadOnlyDictionary<string, string> names, TextBook texts)
    {
        var named = Named([.. rules.WatchedChannels.Where(channel => channel != CommunityRules.AllChannels)], names);
        return named.Length == 0 ? texts["rules.watched.all"]
            : rules.WatchedChannels.Contains(CommunityRules.AllChannels) ? texts.Of("rules.watched.more", ("channels", named))
            : texts.Of("rules.watched.some", ("channels", named));
    }

    private static void AddChannels(List<string> lines, IReadOnlyList<string> channels, Func<string, string> line, IReadOnlyDictionary<string, string> names)
    {
        if (channels.Count > 0)
        {
            lines.Add(line(Named(channels, names)));
        }
    }

    private static string Named(IReadOnlyList<string> channels, IReadOnlyDictionary<string, string> names) => Listed([.. channels.Select(channel => NameOf(channel, names))]);

    private static string Listed(IReadOnlyList<string> items) =>
        string.Join(", ", items.Take(MostNamed).Select(item => OneLine.Of(item, LongestName))) + (items.Count > MostNamed ? ", …" : string.Empty);

    private static string NameOf(string channel, IReadOnlyDictionary<string, string> names) =>
        $"#{OneLine.Of(names.GetValueOrDefault(channel, channel).TrimStart('#'), LongestName)}";

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
