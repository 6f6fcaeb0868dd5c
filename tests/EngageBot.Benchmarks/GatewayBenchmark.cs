using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Benchmarks;

/// <summary>
/// How many events a second the gateway client takes from compressed sockets and makes into records. The events are made and compressed before the clock
/// starts; they are sent by this process, so that sender and client share the same cores.
/// </summary>
internal static class GatewayBenchmark
{
    private const int Rounds = 5;

    public static Command Command()
    {
        var events = new Option<int>("--events") { Description = "Events a round.", DefaultValueFactory = _ => 200_000 };
        var shards = new Option<int>("--shards") { Description = "Connections they come over.", DefaultValueFactory = _ => 2 };
        var command = new Command("gateway", "Events a second from compressed socket to parsed event.") { events, shards };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(events), arguments.GetValue(shards), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int events, int shards, CancellationToken cancellationToken)
    {
        var streams = Enumerable.Range(0, shards).Select(shard => MadeEvents.Make(shard, shards, events / shards)).ToArray();
        Console.WriteLine(Text($"events     {events:N0} over {shards} shards, {streams.Average(stream => stream.AverageBytes):F0} bytes at the mean, {streams.Average(stream => stream.AverageCompressed):F0} compressed"));
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (allocated, processor) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
            var rate = await RoundAsync(streams, cancellationToken);
            Console.WriteLine(Text($"round {round + 1}    {rate:N0} events/s, {(Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / events:F1} µs of processor time and {(GC.GetTotalAllocatedBytes() - allocated) / events:N0} bytes allocated an event"));
            rates.Add(rate);
        }

        Console.WriteLine(Text($"{rates.Order().ElementAt(Rounds / 2):F0} events/s"));
    }

    private static async Task<double> RoundAsync(IReadOnlyList<MadeEvents> streams, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var sender = new GatewaySender(streams);
        var serving = sender.ServeAsync(stop.Token);
        var gateway = new GatewayBot { Url = sender.Address, Shards = streams.Count, SessionStartLimit = new SessionStartLimit { Total = 1_000, Remaining = 1_000, MaxConcurrency = 16 } };
        var options = new GatewayClientOptions { Token = new BotToken("measured"), Intents = GatewayIntents.GuildMessages, Gateway = gateway };
        using var client = new GatewayClient(options, TimeProvider.System, new Random(1), NullLogger<GatewayClient>.Instance);
        var rate = await CountAsync(client, sender, streams.Sum(stream => stream.Count), stop.Token);
        await stop.CancelAsync();
        await serving;
        return rate;
    }

    private static async Task<double> CountAsync(GatewayClient client, GatewaySender sender, int expected, CancellationToken cancellationToken)
    {
        var (ready, count, characters) = (0, 0, 0L);
        var watch = new Stopwatch();
        await foreach (var dispatch in client.ReadAsync(new Dictionary<int, GatewaySession>(), cancellationToken))
        {
            if (dispatch.Event is ReadyEvent && ++ready == client.TotalShards)
            {
                watch.Start();
                sender.Start();
            }
            else if (dispatch.Event is MessageCreateEvent created)
            {
                characters += created.Message.Content.Length;
                if (++count == expected)
                {
                    break;
                }
            }
        }

        Debug.Assert(characters > 0, "The texts were read.");
        return expected / watch.Elapsed.TotalSeconds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
