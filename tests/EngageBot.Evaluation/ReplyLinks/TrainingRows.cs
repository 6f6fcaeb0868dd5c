using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>Makes the rows for each round of training, by the features that run live.</summary>
internal sealed class TrainingRows(IReadOnlyList<TrainingLog> logs, WordWeights weights)
{
    /// <summary>A candidate that an earlier round gave less is easy: most of them are left out.</summary>
    private const float Easy = 0.001f;

    private readonly ReplyJudge _judge = new(ReplyModel.Untrained(weights));

    /// <summary>Rows for the first decision. The conversations in the features are those that an earlier round found, or the rules.</summary>
    public void WriteFirst(string folder, FoundLinks? found)
    {
        using var file = new RowFile(folder, logs);
        foreach (var (number, log) in logs.Index())
        {
            var judged = found?.Judge(number, log.Lines) ?? ByRules(log.Lines);
            Walk(log, judged, (place, line, window) => WriteLine(file, number, log, judged, place, line, window, found is not null));
        }
    }

    /// <summary>Rows for the second look, with what the first decision found.</summary>
    public void WriteSecond(string folder, FoundLinks found)
    {
        using var file = new RowFile(folder, logs);
        var rows = new float[(ReplyCandidates.Most + 1) * SecondLook.Width];
        foreach (var (number, log) in logs.Index())
        {
            // Of the lines around only what they most likely answer is known, as it is when the bot looks again.
            var judged = found.Judge(number, log.Lines);
            var stretch = new Stretch(log.Lines, [.. judged.Select(line => (line.Parent, line.ProbabilityOf(line.Parent)))]);
            Walk(log, judged, (place, line, window) =>
            {
                _judge.Describe(line, window);
                _judge.Only([.. judged[place].Candidates.Select(candidate => place - 1 - candidate)]);
                SecondLook.Describe(stretch, judged[place], _judge.Rows, place, rows);
                for (var row = 0; row < _judge.Candidates.Length; row++)
                {
                    file.Write(rows.AsSpan(row * SecondLook.Width, SecondLook.Width), number, (int)line.Number, NumberOf(row, window), log.Annotations, isEasy: false);
                }
            });
        }
    }

    private static IReadOnlyList<JudgedLine> ByRules(IReadOnlyList<WindowLine> lines)
    {
        var window = new ReplyWindow();
        List<JudgedLine> judged = [];
        foreach (var line in lines)
        {
            var back = window.BackOf(ReplyRules.Resolve(line, window)?.Parent);
            judged.Add(new JudgedLine { Line = line, Candidates = [], Probabilities = [], Itself = 0, Parent = back < 0 ? -1 : judged.Count - 1 - back });
            window.Add(line);
        }

        return judged;
    }

    /// <summary>Each line before the window that it meets; the links of the lines in it are those that were found.</summary>
    private static void Walk(TrainingLog log, IReadOnlyList<JudgedLine> judged, Action<int, WindowLine, ReplyWindow> meet)
    {
        var window = new ReplyWindow();
        for (var place = 0; place < log.Lines.Count; place++)
        {
            var line = log.Lines[place];
            if (place >= log.First)
            {
                meet(place, line, window);
            }

            window.Add(line with { Answers = judged[place].Parent < 0 ? null : log.Lines[judged[place].Parent].Key });
        }
    }

    private void WriteLine(RowFile file, int number, TrainingLog log, IReadOnlyList<JudgedLine> judged, int place, WindowLine line, ReplyWindow window, bool isKnown)
    {
        _judge.Describe(line, window);
        for (var row = 0; row < _judge.Candidates.Length; row++)
        {
            var isEasy = isKnown && row > 0 && judged[place].ProbabilityOf(place - 1 - _judge.Candidates[row]) < Easy;
            file.Write(_judge.Rows.Slice(row * ReplyFeatures.Count, ReplyFeatures.Count), number, (int)line.Number, NumberOf(row, window), log.Annotations, isEasy);
        }
    }

    private int NumberOf(int row, ReplyWindow window) => _judge.Candidates[row] < 0 ? -1 : (int)window[_judge.Candidates[row]].Number;
}
