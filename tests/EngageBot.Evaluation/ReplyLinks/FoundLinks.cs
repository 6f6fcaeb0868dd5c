using System.Globalization;
using System.Runtime.InteropServices;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>What a fitted model says of the lines of logs that it did not see in training.</summary>
internal sealed class FoundLinks
{
    private readonly Dictionary<(int Log, int Line), List<(int Candidate, float Score)>> _candidates = [];

    private FoundLinks(float sharpness) => Sharpness = sharpness;

    public float Sharpness { get; }

    /// <summary>Reads what the trainer left in a folder.</summary>
    public static FoundLinks Read(string folder)
    {
        var about = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(folder, "about.i32")));
        var scores = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, "scores.f32")));
        var found = new FoundLinks(float.Parse(File.ReadAllText(Path.Combine(folder, "sharpness.txt")), CultureInfo.InvariantCulture));
        for (var row = 0; row < scores.Length; row++)
        {
            var line = (about[row * 4], about[(row * 4) + 1]);
            if (!found._candidates.TryGetValue(line, out var candidates))
            {
                found._candidates.Add(line, candidates = []);
            }

            candidates.Add((about[(row * 4) + 2], scores[row]));
        }

        return found;
    }

    /// <summary>The lines of a log with what was found of each; of a line that was not looked at nothing is.</summary>
    public IReadOnlyList<JudgedLine> Judge(int log, IReadOnlyList<WindowLine> lines)
    {
        var places = lines.Index().ToDictionary(line => (int)line.Item.Number, line => line.Index);
        return [.. lines.Select(line => Judge(_candidates.GetValueOrDefault((log, (int)line.Number)), line, places))];
    }

    private JudgedLine Judge(List<(int Candidate, float Score)>? candidates, WindowLine line, Dictionary<int, int> places)
    {
        if (candidates is null)
        {
            return new JudgedLine { Line = line, Candidates = [], Probabilities = [], Itself = 1 };
        }

        float[] chances = [.. candidates.Select(candidate => candidate.Score)];
        ReplyJudge.ToProbabilities(chances, Sharpness);
        var best = candidates[ReplyJudge.Best(chances)].Candidate;
        int[] kept = [.. Enumerable.Range(1, chances.Length - 1).Where(at => chances[at] >= SecondLook.LeastChance)];
        return new JudgedLine
        {
            Line = line,
            Candidates = [.. kept.Select(at => places[candidates[at].Candidate])],
            Probabilities = [.. kept.Select(at => chances[at])],
            Itself = chances[0],
            Parent = best < 0 ? -1 : places[best],
        };
    }
}
