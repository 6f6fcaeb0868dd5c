using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Introductions.Rounds;
using EngageBot.TestKit.Rounds;

namespace EngageBot.Benchmarks;

/// <summary>How long the matching of a round takes, from profiles to groups, and how near it comes to what no matching can exceed.</summary>
internal static class RoundsBenchmark
{
    public static Command Command()
    {
        var members = new Option<int>("--members") { Description = "How many take part; an even number.", DefaultValueFactory = _ => 1_000 };
        var size = new Option<int>("--size") { Description = "How many are in a group: 2 to 4.", DefaultValueFactory = _ => 2 };
        var seed = new Option<int>("--seed") { Description = "Of the made community and of the matching.", DefaultValueFactory = _ => 1 };
        var command = new Command("rounds", "Seconds for the matching of a round of introductions, on one core, and its total against an upper bound.") { members, size, seed };
        command.SetAction((arguments, cancellationToken) =>
        {
            Run(arguments.GetValue(members), arguments.GetValue(size), arguments.GetValue(seed), cancellationToken);
            return Task.CompletedTask;
        });
        return command;
    }

    private static void Run(int members, int size, int seed, CancellationToken cancellationToken)
    {
        var request = new RoundRequest
        {
            Members = [.. Enumerable.Range(0, members).Select(member => new RoundMember(member))],
            GroupSize = size,
            At = DateTimeOffset.UnixEpoch,
            Seed = (ulong)seed,
        };
        RoundMatcher.Match(request with { Members = [.. request.Members.Take(100)] }, MadeRound.Scores(100, seed), progress: null, cancellationToken);

        var score = MadeRound.Scores(members, seed);
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var plan = RoundMatcher.Match(request, score, progress: null, cancellationToken);
        var (seconds, megabytes) = (watch.Elapsed.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6);
        var sum = 0.0;
        watch.Restart();
        for (var one = 0; one < members; one++)
        {
            for (var other = one + 1; other < members; other++)
            {
                sum += score(one, other);
            }
        }

        Write($"scores     {watch.Elapsed.TotalSeconds:F2} s of the time, {sum * 2 / members / (members - 1):F2} at the mean");
        Write($"members    {members:N0} in {plan.Groups.Count:N0} groups, {plan.LeftOut.Count:N0} left out");
        Write($"time       {seconds:F2} s, {megabytes:F1} MB allocated");
        Write($"total      {plan.Score:F1}");
        var bound = size == 2 && members % 2 == 0 ? RoundBound.OfPairs(members, score) : RoundBound.OfGroups(members, size, score);
        Write($"bound      {bound:F1}: the total is {plan.Score / bound:P2} of it");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
