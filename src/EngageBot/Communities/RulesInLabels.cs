using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>A reason that names rules as their file does, for somebody who has a form before him: by what stands beside its fields, and with times as he writes them there.</summary>
internal static partial class RulesInLabels
{
    /// <summary>Where a label goes on with an example.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;（(、:：");

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["waitAtLeast"] = "waits.field.least",
        ["waitAtMost"] = "waits.field.most",
        ["waitWithoutHistory"] = "waits.field.without",
        ["boardAtMost"] = "waits.field.board",
        ["restAfter"] = "waits.field.rest",
        ["publicStep"] = "more.field.shown",
        ["boardChannel"] = "more.field.board",
        ["answeredEmoji"] = "more.field.emoji",
        ["asksPerPost"] = "more.field.asks",
        ["asksPerDay"] = "asked.field.day",
        ["fewestHelpers"] = "asked.field.fewest",
        ["betweenAsks"] = "asked.field.between",
        ["holdOutShare"] = "asked.field.held-out",
        ["helperRole"] = "asked.field.role",
        ["introductionChannel"] = "people.field.channel",
        ["repliesPerDay"] = "limits.field.replies",
        ["solvedTags"] = "limits.field.solved",
        ["moderatorRole"] = "team.field.role",
        ["moderatorChannel"] = "team.field.moderators",
        ["digestChannel"] = "digest.field.channel",
        ["digestDay"] = "digest.field.day",
        ["digestHour"] = "digest.field.hour",
    };

    public static string Of(string reason, TextBook texts) => Times().Replace(
        Rules().Replace(reason, rule => Labels.TryGetValue(rule.Value, out var label) ? $"“{NameOf(texts[$"rules.{label}"])}”" : rule.Value),
        time => TimeSpan.TryParse(time.Value, CultureInfo.InvariantCulture, out var written) ? DurationText.Of(written) : time.Value);

    private static string NameOf(string label) => label.AsSpan().IndexOfAny(Ends) is > 0 and var end ? label[..end].TrimEnd() : label;

    [GeneratedRegex(@"\b[a-z]+(?:[A-Z][a-z]+)+\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\b(?:\d+\.)?\d\d:\d\d:\d\d\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Times();
}
