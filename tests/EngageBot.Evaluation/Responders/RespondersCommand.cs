using System.CommandLine;
using EngageBot.Chat;
using EngageBot.Responders;

namespace EngageBot.Evaluation.Responders;

/// <summary>The verb <c>responders</c>: who could answer, asked at the moment of each message.</summary>
internal static class RespondersCommand
{
    private const int Ranked = 10;

    public static Command Create()
    {
        var history = new Option<string>("--history") { Description = "History JSONL, oldest first.", Required = true };
        var queries = new Option<string>("--queries") { Description = "Message ids, one a line.", Required = true };
        var output = new Option<string>("--output") { Description = "JSON lines {\"id\":\"…\",\"ranked\":[\"…\"]}: up to 10 members, best first.", Required = true };
        var score = new Option<string?>("--score") { Description = "Who answered: JSON lines {\"id\":\"…\",\"answerers\":[\"…\"]}." };
        var command = new Command("responders", "Ranks who could answer a message, from nothing later.") { history, queries, output, score };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(history), parsed.GetRequiredValue(queries), parsed.GetRequiredValue(output), parsed.GetValue(score), cancellationToken));
        return command;
    }

    private static async Task RunAsync(string history, string queries, string output, string? gold, CancellationToken cancellationToken)
    {
        var ids = (await File.ReadAllLinesAsync(queries, cancellationToken)).Where(id => id.Length > 0).ToDictionary(MessageId.Parse);
        var scored = gold is null ? null : new ResponderScore(ResponderGold.Read(gold));
        await using var writer = new JsonLines(output);
        await new ResponderRun(ids.Keys.ToHashSet()).ReadAsync(history, query => Answer(query, ids, scored, writer), cancellationToken);
        scored?.Print();
    }

    private static void Answer(ResponderQuery query, Dictionary<MessageId, string> ids, ResponderScore? scored, JsonLines writer)
    {
        string[] ranked = [.. ResponderPolicy.Rank(query.Candidates, query.Situation).Take(Ranked).Select(one => query.NameOf(one.Candidate.Member))];
        writer.Write(json =>
        {
            json.WriteString("id", ids[query.Message.Id]);
            json.WriteAll("ranked", ranked);
        });
        scored?.Add(query.Message.Id, ranked, [.. query.Candidates.Take(Ranked).Select(candidate => query.NameOf(candidate.Member))]);
    }
}
