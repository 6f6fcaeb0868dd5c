using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Storage;
using EngageBot.Pipeline;
using EngageBot.Profiles;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Makes the profiles in the configured database anew, from an export or from the platform itself.</summary>
internal static class ProfilesRun
{
    private const string NoPlatform = "No platform is configured to read the history from. Name an export instead: engagebot profiles rebuild export.zip";

    public static async Task<int> RebuildAsync(string path, HistoryOptions options, CancellationToken cancellationToken)
    {
        var history = HistoryReaders.Open(path, options).ReadAsync(cancellationToken).OfType<HistoryItem.Happened>().Select(item => item.Event);
        return await RebuildAsync(history, cancellationToken);
    }

    public static async Task<int> RebuildAsync(int days, CancellationToken cancellationToken)
    {
        var settings = HostConfiguration.Discord() ?? throw new ConfigurationException(NoPlatform);
        await using var database = Open();
        await Migrator.MigrateAsync(database, cancellationToken);
        using var connection = await DiscordConnection.OpenAsync(settings, new ChatEventQueue(), TimeProvider.System, cancellationToken);
        await connection.World.RestoreAsync(database, cancellationToken);
        var since = TimeProvider.System.GetUtcNow().AddDays(-days);
        return await RebuildAsync(new DiscordHistory(connection.Client, connection.World).ReadAsync(since, Refused, cancellationToken), cancellationToken);
    }

    private static async Task<int> RebuildAsync(IAsyncEnumerable<ChatEvent> history, CancellationToken cancellationToken)
    {
        await using var database = Open();
        await Migrator.MigrateAsync(database, cancellationToken);
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

    private static SqliteDataSource Open()
    {
        var path = HostConfiguration.Database().Path;
        return File.Exists(path)
            ? new SqliteDataSource(path)
            : throw new ConfigurationException($"There is no database {path}: profiles come with the messages, from engagebot run or engagebot replay --database.");
    }

    private static void Refused(string channel, string reason) => Console.Error.WriteLine($"The history of #{OneLine.Of(channel, 40)} cannot be read: {reason}");
}
