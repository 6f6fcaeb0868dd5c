using System.Globalization;
using System.Text.Json;

namespace EngageBot.Evaluation.Introductions;

/// <summary>
/// How well the ranking foretells who gets to know whom. The gold is JSON lines <c>{"member":"…","partners":["…"]}</c>: those a member first replied to or got
/// a reply from after the moment. A partner who was not ranked counts as last.
/// </summary>
internal sealed class IntroductionScore(string gold)
{
    private readonly Dictionary<string, HashSet<string>> _gold = File.ReadLines(gold)
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize(line, GoldJson.Default.PartnersLine)!)
        .ToDictionary(line => line.Member, line => line.Partners.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly List<double> _averagePrecisions = [];
    private readonly List<double> _areas = [];
    private readonly List<int> _first = [];

    public void Add(string member, IReadOnlyList<string> ranked)
    {
        if (!_gold.TryGetValue(member, out var partners) || partners.Count == 0)
        {
            return;
        }

        List<int> ranks = [.. ranked.Index().Where(one => partners.Contains(one.Item)).Select(one => one.Index)];
        _first.Add(ranks.Count == 0 ? int.MaxValue : ranks[0]);
        _averagePrecisions.Add(ranks.Index().Sum(one => (one.Index + 1.0) / (one.Item + 1)) / partners.Count);
        if (ranks.Count > 0 && ranks.Count < ranked.Count)
        {
            var others = ranked.Count - ranks.Count;
            _areas.Add(ranks.Index().Average(one => 1 - ((one.Item - one.Index) / (double)others)));
        }
    }

    public void Print() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{_first.Count} members: hit@1 {Hit(1):F1}  hit@3 {Hit(3):F1}  hit@5 {Hit(5):F1}  hit@10 {Hit(10):F1}  MAP {Mean(_averagePrecisions):F3}  AUC {Mean(_areas):F3}"));

    private double Hit(int first) => _first.Count == 0 ? 0 : 100.0 * _first.Count(rank => rank < first) / _first.Count;

    private static double Mean(List<double> values) => values.Count == 0 ? 0 : values.Average();
}
