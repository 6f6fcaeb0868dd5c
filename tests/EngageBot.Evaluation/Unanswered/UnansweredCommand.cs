using System.CommandLine;
using EngageBot.Evaluation.Irc;
using EngageBot.Evaluation.ReplyLinks;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.Unanswered;

/// <summary>Writes of each question that starts a conversation whether it was answered, as the bot judges a post before it does something about it.</summary>
internal static class UnansweredCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "A folder of IRC logs, NAME.ascii.txt, and with --score their NAME.annotation.txt.", Required = true };
        var output = new Option<string>("--output") { Description = "The file to write to: NAME LINE answered, or NAME LINE unanswered.", Required = true };
        var score = new Option<bool>("--score") { Description = "Compare with the annotations." };
        var model = ModelOption.Create();
        var command = new Command("unanswered", "Say of each question in IRC logs that starts a conversation whether somebody answered it.") { input, output, score, model };
        command.SetAction((arguments, cancellationToken) => Verb.RunAsync(() =>
            RunAsync(arguments.GetValue(input)!, arguments.GetValue(output)!, arguments.GetValue(score), ModelOption.Read(arguments.GetValue(model)), cancellationToken)));
        return command;
    }

    private static async Task RunAsync(string input, string output, bool isScored, ReplyModel model, CancellationToken cancellationToken)
    {
        var score = new UnansweredScore();
        await using var file = new StreamWriter(output);
        foreach (var log in LabelledLog.In(input))
        {
            var judged = await QuestionJudge.JudgeAsync(log, model, cancellationToken);
            foreach (var question in judged)
            {
                await file.WriteLineAsync($"{log.Name} {question.Line} {(question.IsUnanswered ? "unanswered" : "answered")}");
            }

            if (isScored)
            {
                score.Add(log, await log.LinesAsync(cancellationToken), judged);
            }
        }

        if (isScored)
        {
            Console.WriteLine(score.Summary);
        }
    }
}
