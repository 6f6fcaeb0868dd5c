using System.CommandLine;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Evaluation.Responders;
using EngageBot.Responders;

namespace EngageBot.Evaluation.Training;

/// <summary><c>train responders</c>: writes the features of who could have answered what, for the script beside it to fit.</summary>
internal static class ResponderTraining
{
    public static Command Create()
    {
        var history = new Option<string>("--history") { Description = "History JSONL, as the verb convert writes it.", Required = true };
        var gold = new Option<string>("--gold") { Description = "Who answered what, as the verb convert writes it.", Required = true };
        var output = new Option<string>("--output") { Description = "A line for each candidate: query, group, whether he answered, features.", Required = true };
        var command = new Command("responders", "Features of candidates, to be fitted by Training/responders.py.") { history, gold, output };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(history), parsed.GetRequiredValue(gold), parsed.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task RunAsync(string history, string gold, string output, CancellationToken cancellationToken)
    {
        var answers = ResponderGold.Read(gold);
        await using var writer = new StreamWriter(output);
        await writer.WriteLineAsync($"query\tgroup\tanswered\tmissed\t{string.Join('\t', ResponderFeatures.Names)}");
        await new ResponderRun(answers.Keys.ToHashSet()).ReadAsync(history, query => Write(writer, query, answers[query.Message.Id]), cancellationToken);
    }

    private static void Write(StreamWriter writer, ResponderQuery query, IReadOnlyList<string> answerers)
    {
        var talk = new RecentTalk(query.Situation.Window, query.Situation.Author);
        var values = new double[ResponderFeatures.Names.Count];
        var names = query.Candidates.Select(candidate => query.NameOf(candidate.Member)).ToHashSet(StringComparer.Ordinal);
        var missed = answerers.Count(answerer => !names.Contains(answerer));
        var id = query.Message.Id.Spell(Platform.File);
        var group = id.LastIndexOf('/') is > 0 and var end ? id[..end] : id;
        foreach (var candidate in query.Candidates)
        {
            ResponderFeatures.Fill(candidate, query.Situation, talk, values);
            var features = string.Join('\t', values.Select(value => value.ToString("G6", CultureInfo.InvariantCulture)));
            writer.WriteLine($"{id}\t{group}\t{(answerers.Contains(query.NameOf(candidate.Member)) ? 1 : 0)}\t{missed}\t{features}");
        }
    }
}
