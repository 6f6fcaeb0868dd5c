using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Health;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Discord.Commands;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Host.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.CommandLine;

/// <summary>Runs the bot on the configured platforms until it is told to stop, and ends in a sentence whatever happens.</summary>
internal static class LiveRun
{
    /// <param name="otherwise">What to do where no platform is configured.</param>
    public static Task<int> RunAsync(Func<CancellationToken, Task<int>> otherwise, CancellationToken cancellationToken) => WithFaultsAsync(async () =>
    {
        if (HostConfiguration.Discord() is not { } discord)
        {
            return await otherwise(cancellationToken);
        }

        try
        {
            var rules = HostConfiguration.Rules();
            await using var database = DatabaseAt(HostConfiguration.Database().Path);
            await RunAsync(discord, rules, database, Log, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop before it had begun.
        }

        return ExitCode.Done;
    });

    public static async Task<int> WithFaultsAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"engagebot: {sentence.Text}");
            return sentence.Code;
        }
    }

    /// <summary>Until it is told to stop; what has arrived by then is stored.</summary>
    /// <exception cref="DatabaseException">Another program runs with this database.</exception>
    public static async Task RunAsync(
        DiscordSettings discord, CommunityRules rules, DbDataSource database, Action<ILoggingBuilder> log, CancellationToken cancellationToken)
    {
        using var alone = LiveLock.Take(database);
        await Migrator.MigrateAsync(database, cancellationToken);
        try
        {
            using var connection = await DiscordConnection.OpenAsync(discord, TimeProvider.System, cancellationToken);
            var services = new ServiceCollection().AddLogging(log).AddSingleton(TimeProvider.System);
            services.AddSingleton(database);
            connection.AddTo(services);
            services.AddLiveEngine(rules);
            await using var provider = services.BuildServiceProvider();
            await DiscordStart.SucceededAsync(provider.GetRequiredService<HealthBook>(), cancellationToken);
            await new LiveHost(provider, connection.World.Queue).RunAsync(Listeners(provider), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await DiscordStart.FailedAsync(database, fault, TimeProvider.System);
            throw;
        }
    }

    private static IReadOnlyList<Func<CancellationToken, Task>> Listeners(IServiceProvider services) =>
    [
        services.GetRequiredService<DiscordListener>().RunAsync,
        services.GetRequiredService<GapFiller>().RunAsync,
        services.GetRequiredService<DiscordHealth>().RunAsync,
        services.GetRequiredService<DiscordInteractions>().RunAsync,
    ];

    private static void Log(ILoggingBuilder logging) =>
        logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "));

    private static SqliteDataSource DatabaseAt(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new SqliteDataSource(path);
    }
}
