using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Introductions.Rounds;

/// <summary>What somebody is told of a round, at each moment.</summary>
internal static class RoundTexts
{
    public const string Command = "round-notice";
    public const string Skip = "skip";

    /// <summary>The text, and whether it has its button; null where what stands is to stay.</summary>
    public static (string Text, bool HasButtons)? Of(StoredRound round, RoundPerson person, TextBook texts) => round.State switch
    {
        RoundState.Cancelled => null,
        _ when person.Skips => (texts["round.skipped"], false),
        RoundState.Announced => (texts.Of("round.notice", ("date", DateOf(round.At)), ("size", round.GroupSize.ToString(CultureInfo.InvariantCulture))), true),
        _ when person.IsLeftOut => (texts["round.alone"], false),
        _ => (texts["round.begun"], false),
    };

    public static IReadOnlyList<MessageButton> Buttons(long round, TextBook texts) => [new(new ButtonId(Command, Skip, round), texts["round.button.skip"])];

    public static string DateOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
