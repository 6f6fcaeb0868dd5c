using System.CommandLine;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Evaluation.History;
using EngageBot.Evaluation.Introductions;
using EngageBot.Introductions;

namespace EngageBot.Evaluation.Training;

/// <summary>
/// <c>train introductions</c>: at a place in each log, features of pairs who were both there before and after it and had not replied to each other, with
/// whether they then did.
/// </summary>
internal static class IntroductionTraining
{
    /// <summary>The line of each log at which its future begins.</summary>
    private const int Cut = 800;

    public static Command Create()
    {
        var history = new Option<string>("--history") { Description = "History JSONL, as the verb convert writes it from several logs.", Required = true };
        var output = new Option<string>("--output") { Description = "A line for each pair: log, whether they met, features.", Required = true };
        var command = new Command("introductions", "Features of pairs who do not know each other.") { history, output };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(history), parsed.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task RunAsync(string history, string output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output);
        await writer.WriteLineAsync($"log\tmember\tmet\t{string.Join('\t', IntroductionFeatures.Names)}");
        var run = new CommunityRun();
        Split? split = null;
        await run.ReadAsync(
            history,
            linked =>
            {
                var (log, line) = PlaceOf(linked);
                if (line < Cut || log != split?.Log)
                {
                    split?.Write(writer, run);
                    split = line < Cut ? null : new Split(log, run.Members(linked.Line.At));
                }

                split?.Take(linked, run);
                return true;
            },
            cancellationToken);
        split?.Write(writer, run);
    }

    private static (string Log, int Line) PlaceOf(LinkedMessage linked)
    {
        var id = linked.Message.Id.Spell(Platform.File);
        var end = id.LastIndexOf('/');
        return end < 0 ? (id, 0) : (id[..end], int.Parse(id.AsSpan(end + 1), CultureInfo.InvariantCulture));
    }

    private sealed class Split(string log, IReadOnlyList<IntroductionCandidate> members)
    {
        private readonly HashSet<long> _present = [];
        private readonly HashSet<(long, long)> _met = [];
        private readonly Dictionary<(long, long), double[]> _features = [];
        private readonly Dictionary<long, IntroductionCandidate> _members = members.ToDictionary(member => member.Member);
        private readonly ChannelCrowds _crowds = ChannelCrowds.Of(members);

        public string Log => log;

        public void Take(LinkedMessage linked, CommunityRun run)
        {
            if (linked.Line.Author is not { } author || !linked.Line.IsByPerson || !_members.TryGetValue(author, out var member))
            {
                return;
            }

            if (_present.Add(author))
            {
                Look(member, run);
            }

            if (run.RepliedTo(linked) is var (other, probability) && probability >= 0.6)
            {
                _met.Add((author, other));
                _met.Add((other, author));
            }
        }

        public void Write(StreamWriter writer, CommunityRun run)
        {
            foreach (var ((one, other), values) in _features)
            {
                var features = string.Join('\t', values.Select(value => value.ToString("G5", CultureInfo.InvariantCulture)));
                writer.WriteLine($"{log}\t{run.NameOf(one)}\t{(_met.Contains((one, other)) ? 1 : 0)}\t{features}");
            }
        }

        /// <summary>Pairs with those who came before him; they met after this, or not at all.</summary>
        private void Look(IntroductionCandidate member, CommunityRun run)
        {
            foreach (var other in _present.Where(other => other != member.Member && !run.Known.Knows(other, member.Member)).Select(other => _members[other]))
            {
                _features[(member.Member, other.Member)] = Fill(member, other, run);
                _features[(other.Member, member.Member)] = Fill(other, member, run);
            }
        }

        private double[] Fill(IntroductionCandidate to, IntroductionCandidate who, CommunityRun run)
        {
            var values = new double[IntroductionFeatures.Count];
            IntroductionFeatures.Fill(to, who, run.Known, _crowds, values);
            return values;
        }
    }
}
