using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>The one form by which the bot is set up, filled in beforehand, and what is made of it. Discord takes five fields: hours and zone are one.</summary>
internal static class SetupForm
{
    public const string Moderators = "moderators";
    public const string Watched = "watched";
    public const string Helpers = "helpers";
    public const string Language = "language";
    public const string Hours = "hours";

    /// <summary>Written for channels: all that everybody can read. Written for helpers: those who said so themselves.</summary>
    private static readonly string[] All = ["*", "all", "alle", "todos", "tous", "todas", "全部"];

    private const string SignUp = "sign-up";

    private const int LongestList = 1_000;

    /// <param name="language">What the moderator himself speaks, where the bot speaks that too.</param>
    public static CommandForm Of(CommunityRules rules, SetupDraft draft, string language, TextBook texts) => new(
        new ButtonId(SetupCommand.Command, SetupCommand.Form, 0),
        texts["setup.form"],
        [
            new FormField(Moderators, texts["setup.field.moderators"]) { Value = draft.Moderators, IsRequired = true },
            new FormField(Watched, texts["setup.field.watched"])
            {
                Value = draft.Watched is { Count: 0 } ? "all" : FormField.Fitting(string.Join(", ", draft.Watched ?? []), LongestList), IsRequired = true, IsLong = true, MostCharacters = LongestList,
            },
            new FormField(Helpers, texts["setup.field.helpers"]) { Value = rules.HelperRole ?? SignUp, IsRequired = false },
            new FormField(Language, texts["setup.field.language"]) { Value = language, IsRequired = true, MostCharacters = 10 },
            new FormField(Hours, texts["setup.field.hours"]) { Value = rules.QuietHours is null ? HoursText.Usual(language) : HoursText.Of(rules.QuietHours) },
        ]);

    /// <summary>What a form says; else what is to be changed in it, by its fields.</summary>
    /// <param name="names">The names of the channels by their ids.</param>
    public static Func<CommunityRules, CommunityRules>? Read(
        IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> names, TextBook texts, out Dictionary<string, string> complaints)
    {
        complaints = [];
        var moderators = ChannelOf(fields.GetValueOrDefault(Moderators, string.Empty), Moderators, names, texts, complaints);
        var written = fields.GetValueOrDefault(Watched, string.Empty).Split([',', ';', '\n', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> watched = [];
        var isAsItIs = written is [FormField.AsItIs];
        foreach (var channel in isAsItIs || IsAll(written) ? [] : written)
        {
            watched.Add(ChannelOf(channel, Watched, names, texts, complaints));
        }

        var language = fields.GetValueOrDefault(Language, string.Empty).Trim().ToLowerInvariant();
        if (!TextBook.Languages.Contains(language))
        {
            complaints[Language] = texts.Of("setup.bad.language", ("written", OneLine.Of(language, 20)), ("languages", string.Join(", ", TextBook.Languages)));
        }

        if (!HoursText.TryRead(fields.GetValueOrDefault(Hours, string.Empty), out var hours) || (hours is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out _)))
        {
            complaints[Hours] = texts.Of("setup.bad.hours", ("written", OneLine.Of(fields[Hours], 40)));
        }

        var role = fields.GetValueOrDefault(Helpers, string.Empty).Trim();
        return complaints.Count > 0 ? null : rules => rules with
        {
            ModeratorChannel = moderators,
            WatchedChannels = isAsItIs ? rules.WatchedChannels : watched,
            IgnoredChannels = [.. rules.IgnoredChannels.Where(ignored => !watched.Contains(ignored))],
            HelperRole = role.Length == 0 || string.Equals(role, SignUp, StringComparison.OrdinalIgnoreCase) ? null : OneLine.Of(role.TrimStart('@'), 100),
            Language = language,
            QuietHours = hours,
        };
    }

    private static bool IsAll(string[] written) => written is [] or [_] && (written.Length == 0 || All.Contains(written[0], StringComparer.OrdinalIgnoreCase));

    private static string ChannelOf(string written, string field, IReadOnlyDictionary<string, string> names, TextBook texts, Dictionary<string, string> complaints)
    {
        var wanted = written.Trim().Trim('<', '>').TrimStart('#');
        foreach (var (id, name) in names)
        {
            if (CommunityRules.IsNamed(wanted, name, id))
            {
                return id;
            }
        }

        complaints.TryAdd(field, texts.Of("setup.bad.channel", ("written", OneLine.Of(written, 40))));
        return wanted;
    }
}
