using System.Globalization;

namespace EngageBot.Communities;

/// <summary>Quiet hours with their zone in one line, as people write them: "22:00-07:00 Europe/Berlin".</summary>
internal static class HoursText
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "%H"];
    private static readonly string[] Between = ["-", "–", "—", "−", " to ", "～"];

    /// <summary>In place of a zone: by the clock of whoever they are of.</summary>
    public const string NoZone = "-";

    public static string Of(QuietHours? hours) => hours is null ? string.Empty
        : hours.TimeZone == NoZone ? $"{Written(hours.From)}-{Written(hours.To)}"
        : $"{Written(hours.From)}-{Written(hours.To)} {hours.TimeZone}";

    /// <summary>What is proposed where nothing is known but the language.</summary>
    public static string Usual(string language) => Of(new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), language switch
    {
        "de" => "Europe/Berlin",
        "es" => "Europe/Madrid",
        "fr" => "Europe/Paris",
        "pt" => "America/Sao_Paulo",
        "ja" => "Asia/Tokyo",
        _ => "UTC",
    }));

    /// <summary>False for what is none. Nothing is written for none.</summary>
    public static bool TryRead(string written, out QuietHours? hours)
    {
        hours = null;
        var text = written.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        var space = text.LastIndexOf(' ');
        if (space < 0 || text[..space].Split(Between, 2, StringSplitOptions.TrimEntries) is not [var from, var to]
            || !TryReadTime(from, out var start) || !TryReadTime(to, out var end))
        {
            return false;
        }

        hours = new QuietHours(start, end, text[(space + 1)..]);
        return true;
    }

    /// <summary>The same where the zone may be left out.</summary>
    /// <param name="zone">Then it is this one.</param>
    public static bool TryReadWithin(string written, string zone, out QuietHours? hours) => TryRead(written, out hours) || TryRead($"{written} {zone}", out hours);

    private static bool TryReadTime(string written, out TimeOnly time) => TimeOnly.TryParseExact(written, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
