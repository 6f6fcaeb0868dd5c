using System.Globalization;

namespace EngageBot.Texts;

/// <summary>
/// How numbers and days are written in a language, of those that the bot speaks: by the tables of the Unicode locale data, in the program itself, because a machine may have none.
/// <see href="https://www.unicode.org/cldr/charts/latest/summary/root.html"/>.
/// </summary>
public static class WrittenForms
{
    private const string NoBreak = "\u00A0";

    private static readonly string[] BlankBeforePercent = ["de", "es", "fr"];
    private static readonly string[] DecimalComma = ["de", "es", "fr", "pt"];

    private static readonly Dictionary<string, string[]> Months = new()
    {
        ["de"] = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        ["es"] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        ["fr"] = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        ["ja"] = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
        ["pt"] = ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
    };

    /// <param name="number">As in English, without its sign: "0.5".</param>
    public static string Percent(string number, TextBook texts) =>
        $"{(DecimalComma.Contains(texts.Language) ? number.Replace('.', ',') : number)}{(BlankBeforePercent.Contains(texts.Language) ? NoBreak : string.Empty)}%";

    /// <summary>Short, without its year: "15 Dec".</summary>
    public static string Day(DateTimeOffset at, TextBook texts) => texts.Language switch
    {
        "de" => $"{Written(at.Day)}. {Month(at, texts)}",
        "ja" => $"{Month(at, texts)}{Written(at.Day)}日",
        _ => $"{Written(at.Day)} {Month(at, texts)}",
    };

    /// <summary>Short: "Dec".</summary>
    public static string Month(DateTimeOffset at, TextBook texts) =>
        Months.TryGetValue(texts.Language, out var names) ? names[at.Month - 1] : at.ToString("MMM", CultureInfo.InvariantCulture);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
