using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The forms in which moderators change rules, filled in with those that hold, and what is made of them.</summary>
internal static class RulesForms
{
    public const string Waits = "waits";
    public const string More = "more";

    private const string Command = "rules";
    private const string Least = "least";
    private const string Most = "most";
    private const string Without = "without";
    private const string Board = "board";
    private const string Rest = "rest";
    private const string Shown = "shown";
    private const string Language = "language";
    private const string Emoji = "emoji";
    private const string Asks = "asks";

    public static CommandForm WaitsOf(CommunityRules rules, TextBook texts) => new(new ButtonId(Command, Waits, 0), texts["rules.waits.form"],
    [
        Field(Least, texts["rules.waits.field.least"], DurationText.Of(rules.WaitAtLeast)),
        Field(Most, texts["rules.waits.field.most"], DurationText.Of(rules.WaitAtMost)),
        Field(Without, texts["rules.waits.field.without"], DurationText.Of(rules.WaitWithoutHistory)),
        Field(Board, texts["rules.waits.field.board"], DurationText.Of(rules.BoardAtMost)),
        Field(Rest, texts["rules.waits.field.rest"], DurationText.Of(rules.RestAfter)),
    ]);

    public static CommandForm MoreOf(CommunityRules rules, TextBook texts) => new(new ButtonId(Command, More, 0), texts["rules.more.form"],
    [
        Field(Shown, texts["rules.more.field.shown"], rules.PublicStep.ToString().ToLowerInvariant()),
        Field(Board, texts["rules.more.field.board"], rules.BoardChannel ?? string.Empty) with { IsRequired = false },
        Field(Language, texts["rules.more.field.language"], rules.Language),
        Field(Emoji, texts["rules.more.field.emoji"], string.Join(' ', rules.AnsweredEmoji)) with { IsRequired = false },
        Field(Asks, texts["rules.more.field.asks"], rules.AsksPerPost.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>What a form says; null where it cannot be read.</summary>
    /// <param name="unread">What cannot be read, as it was written.</param>
    public static Func<CommunityRules, CommunityRules>? Read(CommandRequest.Submitted form, out string unread) =>
        form.Form.Action == Waits ? ReadWaits(form.Fields, out unread) : ReadMore(form.Fields, out unread);

    private static Func<CommunityRules, CommunityRules>? ReadWaits(IReadOnlyDictionary<string, string> fields, out string unread)
    {
        Dictionary<string, TimeSpan> times = [];
        foreach (var name in (string[])[Least, Most, Without, Board, Rest])
        {
            unread = fields.GetValueOrDefault(name, string.Empty);
            if (!DurationText.TryRead(unread, out var time))
            {
                return null;
            }

            times[name] = time;
        }

        unread = string.Empty;
        return rules => rules with
        {
            WaitAtLeast = times[Least],
            WaitAtMost = times[Most],
            WaitWithoutHistory = times[Without],
            BoardAtMost = times[Board],
            RestAfter = times[Rest],
        };
    }

    private static Func<CommunityRules, CommunityRules>? ReadMore(IReadOnlyDictionary<string, string> fields, out string unread)
    {
        unread = fields.GetValueOrDefault(Shown, string.Empty).Trim();
        if (!Enum.TryParse<PublicStep>(unread, ignoreCase: true, out var step) || char.IsAsciiDigit(unread[0]))
        {
            return null;
        }

        unread = fields.GetValueOrDefault(Asks, string.Empty).Trim();
        if (!int.TryParse(unread, NumberStyles.None, CultureInfo.InvariantCulture, out var asks))
        {
            return null;
        }

        var board = fields.GetValueOrDefault(Board, string.Empty).Trim();
        var language = fields.GetValueOrDefault(Language, string.Empty).Trim().ToLowerInvariant();
        var emoji = fields.GetValueOrDefault(Emoji, string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return rules => rules with { PublicStep = step, AsksPerPost = asks, BoardChannel = board.Length == 0 ? null : board, Language = language, AnsweredEmoji = emoji };
    }

    private static FormField Field(string name, string label, string value) => new(name, label) { Value = value, IsRequired = true };
}
