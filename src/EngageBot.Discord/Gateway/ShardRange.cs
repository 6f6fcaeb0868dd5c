using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// The shards one process runs: <c>auto</c> for as many as Discord recommends, <c>0-3/16</c> for the first four of sixteen, <c>5/16</c> for one, so that
/// several processes can share the work. <see href="https://discord.com/developers/docs/events/gateway#sharding"/>.
/// </summary>
public sealed partial record ShardRange
{
    private readonly (int First, int Last, int Total)? _fixed;
    private readonly IReadOnlyList<int>? _some;

    private ShardRange((int First, int Last, int Total)? range, IReadOnlyList<int>? some = null) => (_fixed, _some) = (range, some);

    /// <summary>As many as Discord recommends, all of them here.</summary>
    public static ShardRange Auto { get; } = new(range: null);

    public static ShardRange Of(int first, int last, int total) =>
        0 <= first && first <= last && last < total
            ? new ShardRange((first, last, total))
            : throw new FormatException($"The shards {first}-{last}/{total} do not exist: of {total} shards the first is 0 and the last {total - 1}.");

    /// <summary>These of so many.</summary>
    public static ShardRange Of(IReadOnlyList<int> shards, int total) => new((0, total - 1, total), shards);

    public static ShardRange Parse(string text)
    {
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return Auto;
        }

        var match = Pattern().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is no range of shards: write auto, or for example 0-3/16 for the first four of sixteen.");
        }

        var first = Number(match.Groups["first"]);
        return Of(first, match.Groups["last"].Success ? Number(match.Groups["last"]) : first, Number(match.Groups["total"]));
    }

    /// <summary>How many shards there are in all processes together.</summary>
    public int Total(int recommended) => _fixed?.Total ?? recommended;

    /// <summary>The shards that run here.</summary>
    public IReadOnlyList<int> Ids(int recommended) =>
        _some is not null ? _some :
        _fixed is { } range ? [.. Enumerable.Range(range.First, range.Last - range.First + 1)] : [.. Enumerable.Range(0, recommended)];

    public override string ToString() => _some is not null ? $"{string.Join(',', _some)}/{_fixed!.Value.Total}" : _fixed is { } range ? $"{range.First}-{range.Last}/{range.Total}" : "auto";

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<first>\d{1,5})(\s*-\s*(?<last>\d{1,5}))?\s*/\s*(?<total>\d{1,5})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
