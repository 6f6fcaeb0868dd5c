using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The kinds of fields in forms about rules. Where one may be empty, that means what goes by the community's size, or nothing.</summary>
internal static class RuleFields
{
    // In every language that the bot speaks: a moderator writes what he reads in the form.
    private static readonly string[] YesWords = ["y", "on", "true", .. TextBook.Languages.Select(language => TextBook.In(language)["rules.yes"])];
    private static readonly string[] NoWords = ["n", "off", "false", .. TextBook.Languages.Select(language => TextBook.In(language)["rules.no"])];

    private static readonly char[] Between = [',', ';', '\n', '、'];

    public static RuleField Time(string name, Func<CommunityRules, TimeSpan> get, Func<CommunityRules, TimeSpan, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") =>
        new(name, (rules, _) => DurationText.Of(get(rules)), written => DurationText.TryRead(written, out var time) ? rules => set(rules, time) : null) { Rule = RuleOf(rule), IsRequired = true };

    public static RuleField Number(string name, Func<CommunityRules, int> get, Func<CommunityRules, int, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") =>
        new(name, (rules, _) => Written(get(rules)), written => NumberOf(written) is { } number ? rules => set(rules, number) : null) { Rule = RuleOf(rule), IsRequired = true };

    public static RuleField NumberOrUsual(string name, Func<CommunityRules, int?> get, Func<CommunityRules, int?, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") => new(
        name,
        (rules, _) => get(rules) is { } number ? Written(number) : string.Empty,
        written => written.Length == 0 ? rules => set(rules, null) : NumberOf(written) is { } number ? rules => set(rules, number) : null) { Rule = RuleOf(rule) };

    /// <summary>In hundredths, with or without the sign.</summary>
    public static RuleField ShareOrUsual(string name, Func<CommunityRules, double?> get, Func<CommunityRules, double?, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") => new(
        name,
        (rules, _) => get(rules) is { } share ? Math.Round(share * 100, 4).ToString("0.####", CultureInfo.InvariantCulture) : string.Empty,
        written => written.Length == 0 ? rules => set(rules, null)
            : double.TryParse(written.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? rules => set(rules, share / 100)
            : null) { Rule = RuleOf(rule) };

    public static RuleField YesNo(string name, Func<CommunityRules, bool> get, Func<CommunityRules, bool, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") =>
        new(name, (rules, texts) => Said(get(rules), texts), written => YesNoOf(written) is { } said ? rules => set(rules, said) : null) { Rule = RuleOf(rule), IsRequired = true };

    public static RuleField YesNoOrUsual(string name, Func<CommunityRules, bool?> get, Func<CommunityRules, bool?, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") => new(
        name,
        (rules, texts) => get(rules) is { } said ? Said(said, texts) : string.Empty,
        written => written.Length == 0 ? rules => set(rules, null) : YesNoOf(written) is { } said ? rules => set(rules, said) : null) { Rule = RuleOf(rule) };

    /// <summary>A day of the week by its name in any language that the bot speaks, or its number from 1 for Monday to 7.</summary>
    public static RuleField Day(string name, Func<CommunityRules, DayOfWeek> get, Func<CommunityRules, DayOfWeek, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") =>
        new(name, (rules, texts) => NameOf(get(rules), texts), written => DayOf(written) is { } day ? rules => set(rules, day) : null) { Rule = RuleOf(rule), IsRequired = true };

    /// <summary>What a day of the week is called.</summary>
    public static string NameOf(DayOfWeek day, TextBook texts) => texts[$"digest.day.{(int)day:D}"];

    /// <summary>A name, or nothing.</summary>
    public static RuleField Name(string name, Func<CommunityRules, string?> get, Func<CommunityRules, string?, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") =>
        new(name, (rules, _) => get(rules) ?? string.Empty, written => rules => set(rules, written.Length == 0 ? null : written)) { Rule = RuleOf(rule) };

    /// <summary>Names with commas between them.</summary>
    public static RuleField List(string name, Func<CommunityRules, IReadOnlyList<string>> get, Func<CommunityRules, IReadOnlyList<string>, CommunityRules> set, [CallerArgumentExpression(nameof(get))] string rule = "") => new(
        name,
        (rules, _) => string.Join(", ", get(rules)),
        written => rules => set(rules, written.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))) { Rule = RuleOf(rule), MostCharacters = 1_000 };

    /// <summary>The last name in what was written to get a rule, as the file of rules writes it.</summary>
    private static string RuleOf(string get) => JsonNamingPolicy.CamelCase.ConvertName(get[(get.LastIndexOf('.') + 1)..]);

    private static int? NumberOf(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DayOfWeek? DayOf(string written) => NumberOf(written) is { } number
        ? number is >= 1 and <= 7 ? (DayOfWeek)(number % 7) : null
        : Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>().FirstOrDefault(day => TextBook.Languages.Any(language => NameOf(day!.Value, TextBook.In(language)).Equals(written, StringComparison.OrdinalIgnoreCase)));

    private static bool? YesNoOf(string written) => YesWords.Contains(written, StringComparer.OrdinalIgnoreCase) ? true : NoWords.Contains(written, StringComparer.OrdinalIgnoreCase) ? false : null;

    private static string Said(bool said, TextBook texts) => said ? texts["rules.yes"] : texts["rules.no"];

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
