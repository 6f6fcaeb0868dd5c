using System.CommandLine;
using EngageBot.Evaluation.Irc;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>Writes what each line of logs answers, and measures it where the logs are annotated.</summary>
internal static class ReplyLinksCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "A folder of IRC logs, NAME.ascii.txt, and with --score their NAME.annotation.txt.", Required = true };
        var output = new Option<string>("--output") { Description = "The folder to write NAME.links.txt to.", Required = true };
        var score = new Option<bool>("--score") { Description = "Compare with the annotations." };
        var live = new Option<bool>("--live") { Description = "Decide each line when it comes: nothing later is looked at." };
        var resolver = new Option<ResolverKind>("--resolver") { Description = "The model, or the rules (which look at nothing later)." };
        var model = ModelOption.Create();
        var command = new Command("reply-links", "Say of each line of IRC logs which earlier line it answers.") { input, output, score, live, resolver, model };
        command.SetAction((arguments, cancellationToken) => Verb.RunAsync(() => RunAsync(
            arguments.GetValue(input)!,
            arguments.GetValue(output)!,
            arguments.GetValue(score),
            arguments.GetValue(resolver) == ResolverKind.Rules ? null : ModelOption.Read(arguments.GetValue(model)),
            arguments.GetValue(live),
            cancellationToken)));
        return command;
    }

    private static async Task RunAsync(string input, string output, bool isScored, ReplyModel? model, bool isLive, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(output);
        var score = new LinkScore();
        foreach (var log in LabelledLog.In(input))
        {
            var links = await LinksAsync(log, model, isLive, cancellationToken);
            File.WriteAllLines(Path.Combine(output, $"{log.Name}.links.txt"), links.Select(link => $"{link.Parent} {link.Line} -"));
            foreach (var (line, parent, probability) in isScored ? links : [])
            {
                score.Add(log.Annotations ?? throw new InputException($"{log.Path}: has no annotations to be held against"), line, parent, probability);
            }
        }

        if (isScored)
        {
            Console.WriteLine(score.Summary);
            Console.WriteLine(string.Join(Environment.NewLine, score.Calibration));
        }
    }

    /// <summary>Every line from the first judged on; what nobody said (system lines, what cannot be read) answers itself.</summary>
    private static async Task<IReadOnlyList<(int Line, int Parent, float? Probability)>> LinksAsync(
        LabelledLog log, ReplyModel? model, bool isLive, CancellationToken cancellationToken)
    {
        var lines = LogLinks.Live(LogWindow.LinesOf(await log.LinesAsync(cancellationToken)), model);
        var found = isLive || model is null
            ? lines.ToDictionary(line => (int)line.Number, line => ((int)(line.Answers ?? line.Key), (float?)(line.Answers is null ? null : line.AnswersProbability)))
            : LogLinks.SecondLook(lines, model).ToDictionary(look => (int)look.Line.Number, look => ((int)look.Parent, (float?)look.Probability));
        return
        [
            .. Enumerable.Range(log.FirstJudged, log.LineCount - log.FirstJudged)
                .Select(line => found.TryGetValue(line, out var link) ? (line, link.Item1, link.Item2) : (line, line, (float?)null)),
        ];
    }
}
