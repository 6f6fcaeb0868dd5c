using System.Globalization;
using EngageBot.Chat;

namespace EngageBot.Evaluation.Responders;

/// <summary>How often somebody who answered is among the first ranked. A question that was not found in the history counts as missed.</summary>
internal sealed class ResponderScore(IReadOnlyDictionary<MessageId, IReadOnlyList<string>> gold)
{
    private readonly List<int> _ranks = [];
    private readonly List<int> _recency = [];

    public void Add(MessageId id, IReadOnlyList<string> ranked, IReadOnlyList<string> lastSpeakers)
    {
        if (gold.TryGetValue(id, out var answerers))
        {
            _ranks.Add(RankOf(ranked, answerers));
            _recency.Add(RankOf(lastSpeakers, answerers));
        }
    }

    public void Print()
    {
        Console.WriteLine($"{gold.Count} questions, {_ranks.Count} of them found");
        Console.WriteLine($"ranked               {Figures(_ranks)}");
        Console.WriteLine($"most recent speaker  {Figures(_recency)}");
    }

    private string Figures(List<int> ranks) => string.Create(
        CultureInfo.InvariantCulture,
        $"hit@1 {Hit(ranks, 1):F1}  hit@3 {Hit(ranks, 3):F1}  hit@5 {Hit(ranks, 5):F1}  MRR {ranks.Sum(rank => rank < 0 ? 0 : 1.0 / (1 + rank)) / gold.Count:F3}");

    private double Hit(List<int> ranks, int first) => 100.0 * ranks.Count(rank => rank >= 0 && rank < first) / gold.Count;

    private static int RankOf(IReadOnlyList<string> ranked, IReadOnlyList<string> answerers)
    {
        for (var rank = 0; rank < ranked.Count; rank++)
        {
            if (answerers.Contains(ranked[rank]))
            {
                return rank;
            }
        }

        return -1;
    }
}
