using System.CommandLine;
using EngageBot.Benchmarks;
using EngageBot.Benchmarks.Life;

var root = new RootCommand("Speed and memory, measured. Run in Release: dotnet run -c Release --project tests/EngageBot.Benchmarks -- VERB")
{
    ReplayBenchmark.Command(),
    LinksBenchmark.Command(),
    TextBenchmark.Command(),
    GatewayBenchmark.Command(),
    IngestBenchmark.Command(),
    GuildsBenchmark.Command(),
    RoundsBenchmark.Command(),
    ChartsBenchmark.Command(),
    StatsBenchmark.Command(),
    WebBenchmark.Command(),
    LifeBenchmark.Command(),
};
return await root.Parse(args).InvokeAsync();
