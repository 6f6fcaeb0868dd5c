using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Charts;

namespace EngageBot.Benchmarks;

/// <summary>How long the largest picture of a network takes: sixty members and two hundred lines of a large community.</summary>
internal static class ChartsBenchmark
{
    public static Command Command()
    {
        var members = new Option<int>("--members") { Description = "How many there are in the community.", DefaultValueFactory = _ => 5_000 };
        var command = new Command("charts", "Milliseconds for a picture of who answers whom, the fastest of twenty.") { members };
        command.SetAction(arguments => Run(arguments.GetValue(members)));
        return command;
    }

    private static void Run(int members)
    {
        var random = new Random(7);
        var chart = new NetworkChart
        {
            Title = "Who answers whom",
            Nodes = [.. Enumerable.Range(0, members).Select(id => new NetworkNode(id, $"member {id}", members - id))],
            Edges = [.. Enumerable.Range(0, members * 20).Select(_ => new NetworkEdge(random.Next(members / 10), random.Next(members / 10), random.Next(1, 9)))],
        };
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            chart.ToSvg(new ChartLook(ChartTheme.Light));
            return Stopwatch.GetElapsedTime(start);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fastest.TotalMilliseconds:F1} ms"));
    }
}
