using System.Text.RegularExpressions;

namespace EngageBot.Chat;

/// <summary>Turns what platforms write between angle brackets into what their members see: names for mentions, labels for links.</summary>
public static partial class ReadableText
{
    /// <param name="text">As the platform wrote it.</param>
    /// <param name="nameOf">The name of a member by the platform's id; null for one who is not known or may not be shown.</param>
    public static string Of(string text, Func<string, string?> nameOf) => !text.Contains('<', StringComparison.Ordinal) ? text : Marks().Replace(text, mark =>
    {
        var (kind, id, label) = (mark.Groups["kind"].Value, mark.Groups["id"].Value, mark.Groups["label"].Value);
        return kind switch
        {
            "@" or "@!" => $"@{nameOf(id) ?? "someone"}",
            "#" => $"#{(label.Length > 0 ? label : "channel")}",
            "!" or "@&" => $"@{(label.Length > 0 ? label.TrimStart('@') : kind == "!" ? id : "role")}",
            ":" or "a:" => $":{id}:",
            _ => label.Length > 0 ? label : mark.Groups["url"].Value,
        };
    });

    [GeneratedRegex(
        @"<(?:(?<kind>@!?|#|!|@&)(?<id>[A-Za-z0-9^_.-]{1,64})(?:\|(?<label>[^<>|]{0,200}))?|(?<kind>a?:)(?<id>\w{1,64}):\d{1,20}|(?<url>(?:https?|mailto):[^<>|]{1,2000})(?:\|(?<label>[^<>]{0,500}))?)>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marks();
}
