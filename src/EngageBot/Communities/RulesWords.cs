using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The rules of a community in words, for its moderators; short enough for one message on any platform: where they are long, fewer of each are named.</summary>
internal sealed class RulesWords
{
    /// <summary>More channels than these are not named.</summary>
    private const int MostNamed = 4;

    private const int LongestName = 30;

    /// <summary>What came of a change is said in the same message.</summary>
    private const int Longest = MessageRoom.Most - 450;

    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly TextBook _texts;
    private readonly int _most;
    private bool _isCut;

    private RulesWords(IReadOnlyDictionary<string, string> names, TextBook texts, int most) => (_names, _texts, _most) = (names, texts, most);

    /// <param name="names">The channels' names by their ids.</param>
    /// <param name="last">The last change; null where nothing was changed yet.</param>
    public static string Of(CommunityRules rules, IReadOnlyDictionary<string, string> names, RulesRevision? last, TextBook texts)
    {
        for (var most = MostNamed; ; most--)
        {
            if (new RulesWords(names, texts, most).Of(rules, last) is var text && (most == 1 || MessageRoom.Of(text) <= Longest))
            {
                return text;
            }
        }
    }

    private string Of(CommunityRules rules, RulesRevision? last)
    {
        List<string> lines =
        [
            _texts.Of("rules.waits", ("least", DurationText.Of(rules.WaitAtLeast)), ("most", DurationText.Of(rules.WaitAtMost)), ("without", DurationText.Of(rules.WaitWithoutHistory))),
            _texts.Of("rules.then", ("board", DurationText.Of(rules.BoardAtMost)), ("rest", DurationText.Of(rules.RestAfter))),
            _texts.Of("rules.asks", ("people", rules.AsksPerPost.ToString(CultureInfo.InvariantCulture))),
            Shown(rules),
            Watched(rules),
        ];
        AddChannels(lines, rules.IgnoredChannels, channels => _texts.Of("rules.ignored", ("channels", channels)));
        AddChannels(lines, rules.PromotionChannels, channels => _texts.Of("rules.promotion", ("channels", channels)));
        AddChannels(lines, [.. rules.Channels.Select(channel => channel.Channel)], channels => _texts.Of("rules.other-waits", ("channels", channels)));
        lines.Add(rules.QuietHours is { } quiet
            ? _texts.Of("rules.quiet-hours", ("from", Written(quiet.From)), ("to", Written(quiet.To)), ("zone", quiet.TimeZone))
            : _texts["rules.no-quiet-hours"]);
        lines.Add(_texts.Of("rules.language", ("language", TextBook.In(rules.Language)["language.name"])));
        AddPeople(lines, rules);
        AddMarks(lines, rules);
        if (_isCut)
        {
            lines.Add(_texts["rules.cut"]);
        }

        if (last is not null)
        {
            lines.Add(_texts.Of("rules.last-change", ("date", last.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', lines);
    }

    private void AddMarks(List<string> lines, CommunityRules rules)
    {
        if (rules.AnsweredEmoji.Count > 0)
        {
            lines.Add(_texts.Of("rules.emoji", ("emoji", Listed(rules.AnsweredEmoji))));
        }

        if (rules.SolvedTags.Count > 0)
        {
            lines.Add(_texts.Of("rules.solved", ("tags", Listed(rules.SolvedTags))));
        }

        if (rules.Texts.Count > 0)
        {
            lines.Add(_texts.Of("rules.texts", ("count", rules.Texts.Count.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private void AddPeople(List<string> lines, CommunityRules rules)
    {
        if (rules.ModeratorChannel is { } moderators)
        {
            lines.Add(_texts.Of("rules.moderators", ("channel", NameOf(moderators))));
        }

        if (rules.DigestChannel is { } digest)
        {
            lines.Add(_texts.Of(
                "rules.digest", ("channel", NameOf(digest)), ("day", RuleFields.NameOf(rules.DigestDay, _texts)), ("hour", rules.DigestHour.ToString(CultureInfo.InvariantCulture))));
        }

        if (rules.ModeratorRole is { } moderating)
        {
            lines.Add(_texts.Of("rules.moderator-role", ("role", OneLine.Of(moderating, LongestName))));
        }

        if (rules.HelperRole is { } role)
        {
            lines.Add(_texts.Of("rules.helper-role", ("role", OneLine.Of(role, LongestName))));
        }

        if (rules.Bridges.Count > 0)
        {
            lines.Add(_texts.Of("rules.bridges", ("bridges", Listed(rules.Bridges))));
        }

        if (rules.Steps.Count > 0)
        {
            lines.Add(_texts.Of("rules.observed", ("steps", string.Join(", ", rules.Steps.Select(step => new StepOptions(step.Step, Channel: null, Name: null).InWords(_texts))))));
        }
    }

    private string Shown(CommunityRules rules) => rules.PublicStep switch
    {
        PublicStep.Tag => _texts["rules.shown.tag"],
        PublicStep.Reply => _texts["rules.shown.reply"],
        PublicStep.Board when rules.BoardChannel is { } board => _texts.Of("rules.shown.board", ("channel", NameOf(board))),
        PublicStep.Board => _texts["rules.shown.nowhere"],
        _ => throw new UnreachableException(rules.PublicStep.ToString()),
    };

    private string Watched(CommunityRules rules)
    {
        var named = Named([.. rules.WatchedChannels.Where(channel => channel != CommunityRules.AllChannels)]);
        return named.Length == 0 ? _texts["rules.watched.all"]
            : rules.WatchedChannels.Contains(CommunityRules.AllChannels) ? _texts.Of("rules.watched.more", ("channels", named))
            : _texts.Of("rules.watched.some", ("channels", named));
    }

    private void AddChannels(List<string> lines, IReadOnlyList<string> channels, Func<string, string> line)
    {
        if (channels.Count > 0)
        {
            lines.Add(line(Named(channels)));
        }
    }

    private string Named(IReadOnlyList<string> channels) => Listed([.. channels.Select(NameOf)]);

    private string Listed(IReadOnlyList<string> items)
    {
        _isCut |= items.Count > _most;
        return ShortList.Of([.. items.Select(item => OneLine.Of(item, LongestName))], _most, _texts);
    }

    private string NameOf(string channel) => $"#{OneLine.Of(_names.GetValueOrDefault(channel, channel).TrimStart('#'), LongestName)}";

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
