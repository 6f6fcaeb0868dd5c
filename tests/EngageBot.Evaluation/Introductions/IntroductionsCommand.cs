using System.CommandLine;
using EngageBot.Introductions;

namespace EngageBot.Evaluation.Introductions;

/// <summary>The verb <c>introductions</c>: whom each member of a history could be introduced to at a moment.</summary>
internal static class IntroductionsCommand
{
    public static Command Create()
    {
        var history = new Option<string>("--history") { Description = "History JSONL, oldest first.", Required = true };
        var until = new Option<DateTimeOffset>("--until") { Description = "The moment, in ISO form; nothing from then on is read.", Required = true };
        var output = new Option<string>("--output") { Description = "JSON lines {\"member\":\"…\",\"ranked\":[\"…\"]}, best first.", Required = true };
        var top = new Option<int>("--top") { Description = "How many for each member at most.", DefaultValueFactory = _ => 10 };
        var score = new Option<string?>("--score") { Description = "Who got to know whom: JSON lines {\"member\":\"…\",\"partners\":[\"…\"]}." };
        var command = new Command("introductions", "Ranks whom to introduce to each member, of those he never replied to or from.") { history, until, output, top, score };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var run = new CommunityRun();
            var now = parsed.GetRequiredValue(until);
            await run.ReadAsync(parsed.GetRequiredValue(history), linked => linked.Message.At < now, cancellationToken);
            await using var writer = new JsonLines(parsed.GetRequiredValue(output));
            var scored = parsed.GetValue(score) is { } gold ? new IntroductionScore(gold) : null;
            Rank(run, now, parsed.GetValue(top), writer, scored);
            scored?.Print();
        });
        return command;
    }

    private static void Rank(CommunityRun run, DateTimeOffset now, int top, JsonLines writer, IntroductionScore? scored)
    {
        var pool = new IntroductionPool(run.Members(now.ToUnixTimeMilliseconds()), run.Known);
        foreach (var member in pool.Members)
        {
            var ranked = pool.RankFor(member);
            writer.Write(json =>
            {
                json.WriteString("member", run.NameOf(member.Member));
                json.WriteAll("ranked", ranked.Take(top).Select(one => run.NameOf(one.Member)));
            });
            scored?.Add(run.NameOf(member.Member), [.. ranked.Select(one => run.NameOf(one.Member))]);
        }
    }
}
