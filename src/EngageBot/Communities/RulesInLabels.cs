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

    public static string Of(string reason, TextBook texts) => Times().Replace(
        Rules().Replace(reason, rule => RulesForms.Labels.TryGetValue(rule.Value, out var label) ? $"“{NameOf(texts[label])}”" : rule.Value),
        time => TimeSpan.TryParse(time.Value, CultureInfo.InvariantCulture, out var written) ? DurationText.Of(written) : time.Value);

    private static string NameOf(string label) => label.AsSpan().IndexOfAny(Ends) is > 0 and var end ? label[..end].TrimEnd() : label;

    [GeneratedRegex(@"\b[a-z]+(?:[A-Z][a-z]+)+\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\b(?:\d+\.)?\d\d:\d\d:\d\d\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Times();
}
