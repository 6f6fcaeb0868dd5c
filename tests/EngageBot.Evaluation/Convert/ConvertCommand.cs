using System.CommandLine;

namespace EngageBot.Evaluation.Convert;

/// <summary>The verb <c>convert</c>: labelled IRC logs as a history of JSON lines, with questions and who answered them.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "A folder of NAME.ascii.txt with NAME.annotation.txt.", Required = true };
        var output = new Option<string>("--output") { Description = "The history: JSON lines, log after log, without system lines.", Required = true };
        var queries = new Option<string>("--queries") { Description = "Answered conversation starts ending in '?': a message id a line.", Required = true };
        var gold = new Option<string>("--gold") { Description = "Who answered each: JSON lines {\"id\":\"…\",\"answerers\":[\"…\"]}, first answer first.", Required = true };
        var links = new Option<string>("--links") { Description = "Whether replyTo is empty or what the reply model says; never the labels.", DefaultValueFactory = _ => "none" };
        links.AcceptOnlyFromAmong("none", "model");
        var command = new Command("convert", "IRC logs with annotations as a history, queries and gold for the verb responders.") { input, output, queries, gold, links };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var writer = new ConvertWriter(parsed.GetRequiredValue(output), parsed.GetRequiredValue(queries), parsed.GetRequiredValue(gold));
            await new Conversion(writer, withLinks: parsed.GetRequiredValue(links) == "model").RunAsync(parsed.GetRequiredValue(input), cancellationToken);
            Console.WriteLine($"{writer.Messages} messages, {writer.Queries} questions that were answered");
        });
        return command;
    }
}
