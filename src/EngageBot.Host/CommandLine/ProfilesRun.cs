using System.Data.Common;
using EngageBot.Chat;
using EngageBot.History;
using EngageBot.Host.Storage;
using EngageBot.Profiles;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Makes the profiles in the configured database anew, from an export or from the platform itself.</summary>
internal static class ProfilesRun
{
    public static async Task<int> RebuildAsync(string path, HistoryOptions options, CancellationToken cancellationToken)
    {
        var history = HistoryReaders.Open(path, options).ReadAsync(cancellationToken).OfType<HistoryItem.Happened>().Select(item => item.Event);
        return await RebuildAsync(history, cancellationToken);
    }

    public static async Task<int> RebuildAsync(int days, CancellationToken cancellationToken)
    {
        var platforms = PlatformHistory.Of(TimeProvider.System);
        await using var database = Open();
        return await RebuildAsync(platforms.ReadAsync(database, days, Refused, cancellationToken), cancellationToken);
    }

    private static async Task<int> RebuildAsync(IAsyncEnumerable<ChatEvent> history, CancellationToken cancellationToken)
    {
        await using var database = Open();
        await Upgrade.RunAsync(database, cancellationToken);
        var meter = new RateMeter(TimeProvider.System);
        var (profiles, reread) = await new ProfileRenewal(database).RunAsync(
            history,
            read =>
            {
                if (meter.IsTimeToSay())
                {
                    Console.Error.WriteLine($"{read:N0} messages read again, {meter.PerSecond(read):N0}/s");
                }
            },
            cancellationToken);
        Terminal.Output().WriteLine($"{profiles:N0} profiles were made anew; of {reread:N0} messages whose text is kept no longer the topics came from the history.");
        return ExitCode.Done;
    }

    private static DbDataSource Open() => ConfiguredDatabase.OpenExisting("Profiles come with the messages, from engagebot run or engagebot replay --database.");

    private static void Refused(string channel, string reason) => Console.Error.WriteLine($"The history of #{OneLine.Of(channel, 40)} cannot be read: {reason}");
}
