using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Members.Settings;

/// <summary>A member's settings in words, and the buttons that change them.</summary>
internal static class SettingsTexts
{
    public const string Command = "settings";
    public const string Help = "help";
    public const string Rest = "rest";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Remind = "remind";
    public const string Silent = "silent";
    public const string Introduce = "introduce";
    public const string Alone = "alone";
    public const string JoinRounds = "join-rounds";
    public const string LeaveRounds = "leave-rounds";
    public const string Return = "return";

    public static string Of(MemberSettings settings, DateTimeOffset now, TextBook texts) => string.Join('\n', Lines(settings, now, texts).Prepend(texts["settings.title"]));

    /// <summary>One for each thing that he decided, or may decide.</summary>
    public static IReadOnlyList<string> Lines(MemberSettings settings, DateTimeOffset now, TextBook texts)
    {
        if (settings.IsLeftOut)
        {
            return [texts["settings.left-out"]];
        }

        List<string> lines = [Helping(settings, texts)];
        if (settings.Hours is { } hours)
        {
            lines.Add(texts.Of("settings.hours", ("hours", OneLine.Of(hours, 60))));
        }

        if (settings.Zone is { } zone)
        {
            lines.Add(texts.Of("settings.zone", ("zone", OneLine.Of(zone, 60))));
        }

        lines.Add(texts[settings.WantsReminders is true ? "settings.reminded" : "settings.not-reminded"]);
        lines.Add(texts[settings.IsIntroduced ? "settings.introduced" : "settings.not-introduced"]);
        lines.Add(texts[settings.TakesPartInRounds ? "settings.rounds" : "settings.no-rounds"]);
        if (IsPaused(settings, now))
        {
            lines.Add(texts.Of("settings.paused", ("date", settings.PausedUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        }

        return lines;
    }

    public static IReadOnlyList<MessageButton> Buttons(MemberSettings settings, DateTimeOffset now, TextBook texts) => settings.IsLeftOut
        ? [Button(Return, "settings.button.return", texts)]
        :
        [
            settings.Helps ? Button(Rest, "helper.button.off", texts) : Button(Help, "helper.button.on", texts),
            .. settings.Helps ? [HelperCommand.EditButton(texts)] : Array.Empty<MessageButton>(),
            settings.WantsReminders is true ? Button(Silent, "settings.button.silent", texts) : Button(Remind, "settings.button.remind", texts),
            settings.IsIntroduced ? Button(Alone, "introduce.button.off", texts) : Button(Introduce, "introduce.button.on", texts),
            settings.TakesPartInRounds ? Button(LeaveRounds, "introduce.button.rounds-off", texts) : Button(JoinRounds, "settings.button.rounds", texts),
            IsPaused(settings, now) ? Button(Resume, "settings.button.resume", texts) : Button(Pause, "settings.button.pause", texts),
            OptOutCommand.Button(texts),
        ];

    private static string Helping(MemberSettings settings, TextBook texts) => settings switch
    {
        { Helps: false } => texts["settings.no-helper"],
        { Topics: { } topics } => texts.Of("settings.helper.topics", ("topics", OneLine.Of(topics, 200))),
        _ => texts["settings.helper"],
    };

    private static bool IsPaused(MemberSettings settings, DateTimeOffset now) => settings.PausedUntil > now;

    private static MessageButton Button(string action, string label, TextBook texts) => new(new ButtonId(Command, action, 0), texts[label]);
}
