using System.CommandLine;
using System.Globalization;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>
/// Makes the reply model: rows by the features that run live, fitted by a script, in three rounds. The first has the conversations of the rules in its
/// features; the second those that the first found in logs it had not seen, and is the first decision that ships; the third is the second look.
/// </summary>
internal static class ReplyLinksTraining
{
    private const int RarestWord = 20;

    /// <summary>So many quieter logs are made of each.</summary>
    private const int QuieterOnes = 2;

    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "Labelled logs.", DefaultValueFactory = _ => "../shared/data/irc/train" };
        var output = new Option<string>("--output") { Description = "The model file.", DefaultValueFactory = _ => "src/EngageBot/ReplyGraph/Model/reply-model.bin" };
        var work = new Option<string?>("--work") { Description = "Where to keep what lies between; otherwise a temporary folder (about 3 GB)." };
        var python = new Option<string>("--python") { Description = "A Python with numpy and xgboost.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var command = new Command("reply-links", "Fit the reply model on labelled logs, print its cross-validation, write its file.") { input, output, work, python };
        command.SetAction((arguments, cancellationToken) => Verb.RunAsync(() => TrainAsync(
            arguments.GetValue(input)!, arguments.GetValue(output)!, arguments.GetValue(work), arguments.GetValue(python)!, cancellationToken)));
        return command;
    }

    private static async Task TrainAsync(string input, string output, string? work, string python, CancellationToken cancellationToken)
    {
        var logs = await TrainingLog.InAsync(input, cancellationToken);
        var temporary = work is null ? Directory.CreateTempSubdirectory("engagebot-train-") : null;
        try
        {
            List<TrainingLog> all = [.. logs, .. logs.SelectMany(log => Enumerable.Range(0, QuieterOnes).Select(copy => QuietLog.Of(log, (log.Number * QuieterOnes) + copy)))];
            var model = Train(all, logs.Count, temporary?.FullName ?? work!, python);
            await using (var file = File.Create(output))
            {
                model.Write(file);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length:N0} bytes"));
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    private static ReplyModel Train(IReadOnlyList<TrainingLog> logs, int asWritten, string work, string python)
    {
        var weights = WeightsOf(logs.Take(asWritten));
        var rows = new TrainingRows(logs, weights);
        var (start, first, second) = (Path.Combine(work, "start"), Path.Combine(work, "first"), Path.Combine(work, "second"));

        rows.WriteFirst(start, found: null);
        Trainer.Fit(python, start, trees: 120, depth: 6);
        var started = Report("by the rules' conversations", start, logs, asWritten);

        rows.WriteFirst(first, started);
        Trainer.Fit(python, first, trees: 180, depth: 6);
        var decided = Report("first decision", first, logs, asWritten);

        rows.WriteSecond(second, decided);
        Trainer.Fit(python, second, trees: 120, depth: 6);
        var looked = Report("second look", second, logs, asWritten);
        return new ReplyModel
        {
            Words = weights,
            First = XgboostFile.Read(Path.Combine(first, "model.json"), ReplyFeatures.Count),
            Second = XgboostFile.Read(Path.Combine(second, "model.json"), SecondLook.Width),
            FirstSharpness = decided.Sharpness,
            SecondSharpness = looked.Sharpness,
        };
    }

    private static WordWeights WeightsOf(IEnumerable<TrainingLog> logs)
    {
        double lines = logs.Sum(log => log.Lines.Count);
        var words = logs.SelectMany(log => log.Lines).SelectMany(line => line.Words.Words).CountBy(word => word).Where(word => word.Value >= RarestWord);
        return new WordWeights(words.OrderBy(word => word.Key).Select(word => (word.Key, (float)Math.Log(lines / word.Value))), (float)Math.Log(lines / 3));
    }

    private static FoundLinks Report(string what, string folder, IReadOnlyList<TrainingLog> logs, int asWritten)
    {
        var found = FoundLinks.Read(folder);
        Show($"{what}, logs not seen", ScoreOf(found, logs.Index().Take(asWritten)));
        Show($"{what}, quieter logs made of them", ScoreOf(found, logs.Index().Skip(asWritten)));
        return found;
    }

    private static void Show(string what, LinkScore score)
    {
        Console.WriteLine($"{what}: {score.Summary}");
        foreach (var line in score.Calibration)
        {
            Console.WriteLine(line);
        }
    }

    private static LinkScore ScoreOf(FoundLinks found, IEnumerable<(int Number, TrainingLog Log)> logs)
    {
        var score = new LinkScore();
        foreach (var (number, log) in logs)
        {
            var lines = found.Judge(number, log.Lines);
            var judged = lines.Where(line => line.Line.Number >= log.Log.FirstJudged).ToDictionary(line => (int)line.Line.Number);
            foreach (var line in log.Annotations.Lines.Where(line => log.Messages[line] is not null))
            {
                var answer = judged.GetValueOrDefault(line);
                score.Add(
                    log.Annotations,
                    line,
                    answer is null || answer.Parent < 0 ? line : (int)lines[answer.Parent].Line.Number,
                    answer is null ? null : answer.Parent < 0 ? answer.Itself : answer.ProbabilityOf(answer.Parent));
            }
        }

        return score;
    }
}
